#!/usr/bin/env python3
"""Reads the program's workbooks with openpyxl, which shares nothing with the program.

    check_workbooks.py PROGRAM

Makes a workspace, sits a quiz with names that a spreadsheet could take for formulas, writes workbooks and the same tables
as CSV, and compares them cell by cell: text whole, numbers numbers, instants dates as the clocks of the programme's zone
show them, and no formula. Needs Debian's python3-openpyxl. Ends with status 0 only if everything agrees.
"""

import csv
import datetime
import io
import os
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

from tally import check, end

NAMES = [
    "=1+1", "+49 30 1", "-5 km", "@home", "Zoë Ångström", "王 小明", "محمد", "a_x0041_b", "007", "1e5",
    "2026-03-24", "TRUE", "A \"B\" & <C>",
]
CURRICULUM = """curriculum: course
title: A course for a test
edition: "1"
zone: Asia/Kathmandu
starts: 2026-01-05
weeks: 1
blocks:
  - {every: Monday, from: 10:00, to: 12:00}
groups:
  - {id: all, name: Everybody}
rooms:
  - {id: hall, name: Hall}
trainers:
  - {id: ann, name: Ann}
modules:
  - id: only
    title: The only module
    sessions:
      - {id: s1, title: One, minutes: 60, trainers: [ann]}
pass:
  minimum: 60
  quizzes: [q1]
"""
QUIZ = """quiz: Quiz
status: Written for a test.
curriculum: course
mode: graded
pass: 60
shuffle: nothing
items:
  - {id: s1, kind: true-false, stem: The first statement., key: true}
  - {id: s2, kind: true-false, stem: The second statement., key: false}
  - {id: s3, kind: short-text, stem: Which word?, key: [=word]}
"""


def run(program, folder, *words, given=""):
    done = subprocess.run(
        [program, *words, "--workspace", folder], input=given, capture_output=True, text=True, encoding="utf-8",
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: status {done.returncode}\n{done.stderr}{done.stdout}")
    return done.stdout


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def agrees(value, written, name):
    """Whether a cell holds what the CSV says, in the right type."""
    if written == "":
        return value is None
    if name in TEXT:
        # In CSV an apostrophe keeps formulas from being computed; a workbook needs none.
        plain = written[1:] if written[:1] == "'" and written[1:2] in "=+-@" else written
        return isinstance(value, str) and value.replace("_x005F_", "_") == plain
    if isinstance(value, bool):
        return written == ("yes" if value else "no")
    if isinstance(value, datetime.datetime):
        rounded = (value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
        return rounded.isoformat(sep=" ") == written
    return isinstance(value, (int, float)) and abs(value - float(written)) < 1e-9


TEXT = {
    "participant", "name", "group", "quiz", "kind", "state", "id", "despite", "curriculum", "edition", "item", "item-kind",
    "version", "typed", "response", "key", "marking-version", "marking-key", "marked-by", "comment", "result", "reasons",
    "missed", "advice", "file", "q1",
}


def compare(program, folder, words):
    label = " ".join(words)
    path = f"{folder}/out.xlsx"
    run(program, folder, *words, "--format", "xlsx", "--output", path, "--force")
    table = run(program, folder, *words, "--format", "csv", "--for", "excel").removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(table, newline="")))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cells = list(sheet.iter_rows(values_only=True))
    check([list(rows[0])] == [list(cells[0])], f"{label}: the header")
    check(len(rows) == len(cells), f"{label}: {len(cells)} rows, not {len(rows)}")
    for number, (written, row) in enumerate(zip(rows[1:], cells[1:]), start=2):
        for name, text, value in zip(rows[0], written, row):
            check(agrees(value, text, name), f"{label}: row {number}, {name}: {value!r}, not {text!r}")
    check(sheet.freeze_panes == "A2", f"{label}: the header stays in sight")
    check(sheet.auto_filter.ref is not None, f"{label}: a filter")
    for each in book.worksheets:
        for row in each.iter_rows():
            for cell in row:
                check(cell.data_type != "f", f"{label}: {each.title} {cell.coordinate} is a formula")
    with zipfile.ZipFile(path) as packed:
        parts = packed.namelist()
        sheets = [packed.read(n).decode() for n in parts if n.startswith("xl/worksheets/sheet")]
        check(not any("<f>" in s or "<f " in s for s in sheets), f"{label}: no formula in the file")
    return book, parts


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        write(f"{folder}/curricula/course.yaml", CURRICULUM)
        write(f"{folder}/quizzes/course/q1.yaml", QUIZ)
        roster = io.StringIO()
        rows = csv.writer(roster)
        rows.writerow(["id", "name", "group"])
        for number, name in enumerate(NAMES, start=1):
            rows.writerow([f"p{number:02}", name, "AB"[number % 2]])
        run(program, folder, "roster", "import", "-", given=roster.getvalue())
        for number in range(1, len(NAMES) + 1):
            lines = ["t" if number % 3 else "f", "f", "=word" if number % 2 else "-word", ":submit", "yes"]
            run(program, folder, "quiz", "q1", "--as", f"p{number:02}", given="\n".join(lines) + "\n")

        book, parts = compare(program, folder, ["scores"])
        names = [row[1] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
        check([n.replace("_x005F_", "_") for n in names] == NAMES, "scores: the names are whole")
        check(book.sheetnames == ["Scores", "Distribution", "About"], f"scores: {book.sheetnames}")
        check(any(p.startswith("xl/charts/chart") for p in parts), "scores: a chart")
        counts = [row[1] for row in book["Distribution"].iter_rows(min_row=2, values_only=True)]
        check(sum(counts) == len(NAMES), f"scores: {counts} are not {len(NAMES)} attempts")
        about = dict(book["About"].iter_rows(values_only=True))
        check(about.get("zone") == "Asia/Kathmandu" and "head" in about, f"scores: {about}")
        # Hours from now, as clocks in Kathmandu show it.
        zone = datetime.timezone(datetime.timedelta(hours=5, minutes=45))
        started = next(book.worksheets[0].iter_rows(min_row=2, min_col=8, max_col=8, values_only=True))[0]
        apart = datetime.datetime.now(zone).replace(tzinfo=None) - started
        check(datetime.timedelta(0) <= apart < datetime.timedelta(hours=1), f"scores: began at {started}")

        compare(program, folder, ["scores", "--responses"])
        book, parts = compare(program, folder, ["progress"])
        check(book.sheetnames == ["Progress", "Quizzes", "Distribution", "About"], f"progress: {book.sheetnames}")
        compare(program, folder, ["progress", "--participant", "p01"])
        compare(program, folder, ["progress", "--quiz", "q1"])
        compare(program, folder, ["items", "q1"])
    end("workbooks")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]))
