#!/usr/bin/env python3
"""Writes a plan as workbooks of other programs, and has the program check and publish them.

    check_plans.py PROGRAM [SOFFICE]

Makes a workspace, exports its timetable as CSV, and writes it with openpyxl as spreadsheets keep it: days and times as
numbers with formats and without, formulas, a title above the table, hidden worksheets, days counted from 1904. Each must be
as valid as the table. Where the path of LibreOffice is given, it makes workbooks of the same table, too. Needs Debian's
python3-openpyxl. Ends with status 0 only if everything agrees.
"""

import csv
import datetime
import os
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tally import check, end

CURRICULUM = """curriculum: course
title: A course for a test
edition: "1"
zone: Asia/Kathmandu
starts: 2026-01-05
weeks: 2
blocks:
  - {every: Monday, from: 06:00, to: 12:00}
groups:
  - {id: all, name: Everybody, size: 9}
rooms:
  - {id: hall, name: Hall, seats: 20}
  - {id: loft, name: Loft, seats: 20}
trainers:
  - {id: ann, name: "Ann O'Hara"}
  - {id: bo, name: Bo}
modules:
  - id: only
    title: The only module
    sessions:
      - {id: s1, title: "One, and more", minutes: 60, trainers: [ann, bo]}
      - {id: s2, title: "=Two", minutes: 90, trainers: [bo]}
      - {id: s3, title: Three, minutes: 45, trainers: [ann]}
constraints:
  - {window: {of: s3, from: 2026-01-12, until: 2026-01-12}}
"""


def run(program, folder, *words):
    return subprocess.run(
        [program, *words, "--workspace", folder], capture_output=True, text=True, encoding="utf-8",
    )


def cell(name, text, style):
    """A cell as a spreadsheet has it after it read the table."""
    if name == "date" and style != "text":
        day = datetime.date.fromisoformat(text)
        return day if style == "formatted" else (day - datetime.date(1899, 12, 30)).days
    if name in ("start", "end") and style != "text":
        hours, minutes = map(int, text.split(":"))
        return datetime.time(hours, minutes) if style == "formatted" else (hours * 60 + minutes) / 1440
    if name in ("week", "minutes"):
        return int(text)
    return text


def workbook(table, path, style="formatted", title=False, mac=False, formulas=False, hidden=False):
    book = openpyxl.Workbook()
    if mac:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Plan"
    if hidden:
        notes = book.create_sheet("Notes", 0)
        notes["A1"] = "not this one"
        notes.sheet_state = "hidden"
        book.active = 1
    if title:
        sheet.append(["The plan as it was agreed"])
        sheet.append([])
    sheet.append(list(table[0]))
    for row in table:
        sheet.append([cell(name, text, style) for name, text in row.items()])
        for made in sheet[sheet.max_row]:
            # Text that begins like a formula is text.
            if isinstance(made.value, str) and made.value.startswith(("=", "'=")):
                made.data_type = "s"
    if formulas:
        sheet["Z1"] = "=1+1"
    book.save(path)


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/curricula")
        with open(f"{folder}/curricula/course.yaml", "w", encoding="utf-8") as file:
            file.write(CURRICULUM)
        written = run(program, folder, "timetable", "--format", "csv", "--output", f"{folder}/plan.csv")
        check(written.returncode == 0, written.stderr)
        with open(f"{folder}/plan.csv", encoding="utf-8-sig", newline="") as file:
            table = list(csv.DictReader(file))
        forms = {
            "formatted": {}, "general": {"style": "general"}, "text": {"style": "text"}, "title": {"title": True},
            "mac": {"mac": True}, "hidden": {"hidden": True},
        }
        books = []
        for name, form in forms.items():
            path = f"{folder}/{name}.xlsx"
            workbook(table, path, **form)
            books.append(path)
        if len(sys.argv) > 2:
            subprocess.run(
                [sys.argv[2], "--headless", "--convert-to", "xlsx", "--outdir", f"{folder}/office", f"{folder}/plan.csv"],
                check=True, capture_output=True,
            )
            books.append(f"{folder}/office/plan.xlsx")
            os.mkdir(f"{folder}/again")
            subprocess.run(
                [
                    sys.argv[2], "--headless", "--convert-to", "xlsx", "--outdir", f"{folder}/again",
                    f"{folder}/formatted.xlsx",
                ],
                check=True, capture_output=True,
            )
            books.append(f"{folder}/again/formatted.xlsx")
        for path in books:
            name = os.path.relpath(path, folder)
            checked = run(program, folder, "timetable", "--check", path)
            check(checked.returncode == 0, f"{name}: {checked.stdout}{checked.stderr}")
            check("Valid: no hard constraint is broken." in checked.stdout, name)
            check(checked.stderr == "", f"{name}: {checked.stderr}")

        # A session that is moved on purpose, and one that breaks a rule.
        late = next(row for row in table if row["session"] == "s3")
        moved = [dict(row) for row in table]
        for row in moved:
            if row is not None and row["session"] == "s2":
                row["date"], row["start"], row["room"] = "2026-01-12", "10:30", "loft"
        kept = ["session", "date", "start", "room", "trainers"]
        moved = [{name: row[name] for name in kept} for row in moved]
        workbook(moved, f"{folder}/moved.xlsx", style="general", title=True)
        published = run(program, folder, "publish", "--from", f"{folder}/moved.xlsx", "--today", "2026-01-01")
        check(published.returncode == 0, published.stderr + published.stdout)
        with open(f"{folder}/published/course/programme.csv", encoding="utf-8-sig", newline="") as file:
            rows = {row["session"]: row for row in csv.DictReader(file)}
        check(
            (rows["s2"]["date"], rows["s2"]["start"], rows["s2"]["room"]) == ("2026-01-12", "10:30", "loft"),
            f"s2 is published as {rows['s2']}",
        )
        check(rows["s3"]["date"] == late["date"], "s3 stays")
        for row in moved:
            if row["session"] == "s3":
                row["date"] = "2026-01-05"
        workbook(moved, f"{folder}/broken.xlsx")
        broken = run(program, folder, "revise", "--from", f"{folder}/broken.xlsx", "--today", "2026-01-01")
        check(broken.returncode == 1, broken.stdout)
        check("window" in broken.stdout, broken.stdout)
    end("plans as workbooks")


main()
