#!/usr/bin/env python3
"""Compares the program's tables with tables computed from the raw events of the record.

    check_scores.py PROGRAM

Makes a workspace with a class of forty and ten quizzes, sits the quizzes with the program, with absences, essays, an
exception, an excuse and a correction of a key, and reads the markbook with SQLite alone. What it computes shares nothing
with the program but the page "The record's format". Ends with status 0 only if every table agrees.
"""

import csv
import io
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from fractions import Fraction

PEOPLE, QUIZZES = 40, 10
chance = random.Random(20261129)


def curriculum():
    quizzes = "\n".join(
        f"    - {{quiz: q{n:02}, weight: {3 if n == QUIZZES else 1}}}" for n in range(1, QUIZZES + 1)
    )
    return f"""curriculum: course
title: A course for a test
edition: "1"
zone: Europe/Vienna
starts: 2026-01-05
weeks: {QUIZZES}
blocks:
  - {{every: Monday, from: 10:00, to: 12:00}}
groups:
  - {{id: all, name: Everybody}}
rooms:
  - {{id: hall, name: Hall}}
trainers:
  - {{id: ann, name: Ann}}
modules:
  - id: only
    title: The only module
    sessions:
      - {{id: s1, title: One, minutes: 60, trainers: [ann]}}
pass:
  minimum: 60
  quizzes:
{quizzes}
"""


def quiz(number, key_of_third="true"):
    """A quiz of four statements; each third one also has an essay."""
    keys = ["true", "false", key_of_third if number == 4 else "true", "false"]
    items = "".join(
        f"""
  - id: s{place}
    kind: true-false
    stem: Statement {place} of quiz {number}.
    key: {key}
    marks: {place}
"""
        for place, key in enumerate(keys, start=1)
    )
    essay = """
  - id: essay
    kind: essay
    stem: Say something.
    marks: 5
""" if number % 3 == 0 else ""
    return f"""quiz: Quiz {number}
status: Written for a test.
curriculum: course
mode: graded
pass: 60
shuffle: nothing
items:{items}{essay}"""


class Failure(Exception):
    pass


def run(program, folder, *words, given=""):
    done = subprocess.run(
        [program, *words, "--workspace", folder],
        input=given, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "COLUMNS": "100"},
    )
    if done.returncode != 0:
        raise Failure(f"{' '.join(words)}: status {done.returncode}\n{done.stderr}{done.stdout}")
    return done.stdout


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def hold_class(program, folder):
    write(f"{folder}/curricula/course.yaml", curriculum())
    for number in range(1, QUIZZES + 1):
        write(f"{folder}/quizzes/course/q{number:02}.yaml", quiz(number))
    people = [f"p{n:02}" for n in range(1, PEOPLE + 1)]
    roster = "id,name,group\n" + "".join(f"{p},Participant {p},{'AB'[int(p[1:]) % 2]}\n" for p in people)
    run(program, folder, "roster", "import", "-", given=roster)
    # p05 may sit the first quiz twice.
    run(program, folder, "roster", "override", "p05", "--quiz", "q01", "--attempts", "2", "--reason", "power cut")
    for number in range(1, QUIZZES + 1):
        for person in people:
            if chance.random() < 0.1:
                continue  # absent
            for _ in range(2 if (person, number) == ("p05", 1) else 1):
                skill = 0.4 + 0.6 * chance.random()
                right = ["t", "f", "t", "f"]
                lines = [r if chance.random() < skill else "tf"[r == "t"] for r in right]
                if number % 3 == 0:
                    lines += ["I have something to say.", "."]
                # A few break off before the end; their attempts stay open.
                lines = lines[:2] if chance.random() < 0.03 else lines + [":submit", "yes"]
                run(program, folder, "quiz", f"q{number:02}", "--as", person, given="\n".join(lines) + "\n")
    run(program, folder, "roster", "override", "p07", "--quiz", "q02", "--excuse", "--reason", "on mission")
    # Essays of the third quiz are marked, those of the others wait.
    waiting = csv.DictReader(io.StringIO(run(program, folder, "mark", "--format", "csv")))
    for row in waiting:
        if row["quiz"].endswith("q03"):
            mark = str(chance.choice([0, 1.5, 2, 3.25, 5]))
            run(program, folder, "mark", row["attempt"], "essay", mark, "--comment", "Read.", "--by", "ann")
    # The key of a statement of the fourth quiz was wrong.
    write(f"{folder}/quizzes/course/q04.yaml", quiz(4, key_of_third="false"))
    run(program, folder, "remark", "q04", "--why", "The statement is false.", "--yes")
    return people


class Attempt:
    def __init__(self, identifier, body):
        self.identifier, self.quiz, self.version = identifier, body["quiz"], body["version"]
        self.person, self.responses, self.marks, self.submitted = body["person"], {}, {}, False


def read_record(path):
    """The people and the attempts, from the rows of the table `record` alone."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = database.execute(
        "SELECT kind, subject, body, private FROM record ORDER BY site, position"
    ).fetchall()
    texts = dict(database.execute("SELECT hash, text FROM text").fetchall())
    people, attempts, excused = {}, {}, set()
    for kind, subject, body, private in rows:
        body, private = json.loads(body), json.loads(private) if private else {}
        if kind == "participant/enrolled":
            people[subject] = private["id"]
        elif kind == "participant/excepted" and private.get("excused"):
            excused.add((people[subject], private["quiz"]))
        elif kind == "attempt/started":
            attempts[subject] = Attempt(subject, body)
        elif kind == "attempt/responded":
            attempts[subject].responses[private["item"]] = private["response"]
        elif kind == "attempt/submitted":
            attempts[subject].submitted = True
        elif kind == "attempt/marked":
            attempts[subject].marks[private["item"]] = Fraction(str(private["mark"]))
        elif kind == "attempt/remarked":
            attempts[subject].version = private["version"]
    return people, list(attempts.values()), texts, excused


def items_of(text):
    """The items of one of the quizzes above, by a reader of their few lines."""
    items, key = {}, None
    for line in text.splitlines():
        words = line.strip().split(": ")
        if line.startswith("  - id: "):
            key = words[1]
            items[key] = {}
        elif key and line.startswith("    ") and len(words) == 2:
            items[key][words[0]] = words[1]
    return items


def judge(attempt, texts):
    """The marks by item (`None` while one is awaited), and the maximum."""
    marks, maximum = {}, Fraction(0)
    for item, facts in items_of(texts[attempt.version]).items():
        full = Fraction(facts["marks"])
        maximum += full
        response = attempt.responses.get(item)
        if item in attempt.marks:
            marks[item] = attempt.marks[item]
        elif facts["kind"] == "essay":
            marks[item] = None if response else Fraction(0)
        else:
            is_right = response is not None and response["truth"] == (facts["key"] == "true")
            marks[item] = full if is_right else Fraction(0)
    return marks, maximum


def near(left, right, places):
    return abs(Fraction(str(left)) - right) <= Fraction(1, 2 * 10 ** places) if left is not None else right is None


def main(program):
    program = os.path.abspath(program)
    faults = []

    def expect(condition, what):
        if not condition:
            faults.append(what)

    with tempfile.TemporaryDirectory() as folder:
        everybody = hold_class(program, folder)
        people, attempts, texts, excused = read_record(f"{folder}/markbook.sqlite")
        judged = {a.identifier: judge(a, texts) for a in attempts}

        # One row an attempt.
        rows = json.loads(run(program, folder, "scores", "--format", "json"))["rows"]
        expect(len(rows) == len(attempts), f"{len(rows)} scores for {len(attempts)} attempts")
        shown = {row["id"]: row for row in rows}
        for attempt in attempts:
            row, (marks, maximum) = shown[attempt.identifier], judged[attempt.identifier]
            total = sum(m for m in marks.values() if m is not None)
            waits = sum(m is None for m in marks.values())
            name = f"{people[attempt.person]} at {attempt.quiz}"
            expect(row["state"] == ("submitted" if attempt.submitted else "open"), f"{name}: state")
            if not attempt.submitted:
                expect(row["score"] is None, f"{name}: an open attempt has a score")
                continue
            expect(near(row["score"], total, 2), f"{name}: score {row['score']}, expected {total}")
            expect(near(row["maximum"], maximum, 2), f"{name}: maximum")
            expect(near(row["percent"], 100 * total / maximum, 2), f"{name}: percent {row['percent']}")
            expect(row["awaited"] == waits, f"{name}: awaited")
            passed = 100 * total >= 60 * maximum
            expect(row["passed"] == (passed if passed or not waits else None), f"{name}: passed")

        # One row a response.
        responses = json.loads(run(program, folder, "scores", "--responses", "--format", "json"))["rows"]
        expect(len(responses) == sum(len(m) for m, _ in judged.values()), "the number of responses")
        submitted = {a.identifier for a in attempts if a.submitted}
        for row in responses:
            mark = judged[row["id"]][0][row["item"]]
            expected = mark if row["id"] in submitted else None
            expect(near(row["mark"], expected, 2), f"{row['id']} {row['item']}: mark {row['mark']}")

        # How everybody stands with every quiz, and who passes.
        progress = json.loads(run(program, folder, "progress", "--format", "json"))
        expect([p["participant"] for p in progress["participants"]] == everybody, "the participants")
        best = {}
        for attempt in attempts:
            if attempt.submitted:
                marks, maximum = judged[attempt.identifier]
                percent = 100 * sum(m for m in marks.values() if m is not None) / maximum
                key = (people[attempt.person], attempt.quiz)
                waits = any(m is None for m in marks.values())
                old = best.get(key)
                best[key] = (max(percent, old[0]) if old else percent, waits or bool(old and old[1]))
        open_ones = {(people[a.person], a.quiz) for a in attempts if not a.submitted}
        for person in progress["participants"]:
            mean, weights = Fraction(0), 0
            for cell in person["quizzes"]:
                key = (person["participant"], cell["quiz"])
                percent, waits = best.get(key, (None, False))
                if key in excused:
                    state = "excused"
                elif key in open_ones:
                    state = "in-progress"
                elif percent is None:
                    state = "not-started"
                else:
                    state = "passed" if percent >= 60 else "waiting" if waits else "failed"
                expect(cell["state"] == state, f"{key}: state {cell['state']}, expected {state}")
                expect(near(cell.get("percent"), percent, 6), f"{key}: percent {cell.get('percent')}")
                if key not in excused:
                    weight = 3 if cell["quiz"].endswith(f"q{QUIZZES:02}") else 1
                    mean += weight * (percent or 0)
                    weights += weight
            expect(near(person.get("mean"), mean / weights, 6), f"{person['participant']}: mean")
        for quiz_row in progress["quizzes"]:
            cells = [(p["participant"], quiz_row["quiz"]) for p in progress["participants"]]
            invited = [c for c in cells if c not in excused]
            percents = sorted(best[c][0] for c in invited if c in best)
            expect(quiz_row["invited"] == len(invited), f"{quiz_row['quiz']}: invited")
            expect(quiz_row["submitted"] == len(percents), f"{quiz_row['quiz']}: submitted")
            expect(quiz_row["started"] == sum(c in best or c in open_ones for c in invited), f"{quiz_row['quiz']}: started")
            mean = sum(percents) / len(percents)
            expect(abs(quiz_row["mean"] - mean) < 1e-9, f"{quiz_row['quiz']}: mean {quiz_row['mean']}")
            middle = (percents[(len(percents) - 1) // 2] + percents[len(percents) // 2]) / 2
            expect(abs(quiz_row["median"] - middle) < 1e-9, f"{quiz_row['quiz']}: median")
            histogram = [sum(min(int(p // 10), 9) == part for p in percents) for part in range(10)]
            expect(quiz_row["histogram"] == histogram, f"{quiz_row['quiz']}: histogram")

        # Moodle's gradebook.
        book = csv.DictReader(io.StringIO(run(program, folder, "scores", "--format", "moodle")))
        for row in book:
            for number in range(1, QUIZZES + 1):
                key = (row["ID number"], f"course/q{number:02}")
                percent, waits = best.get(key, (None, True))
                cell = row[f"Quiz: Quiz {number} (Real)"]
                points = Fraction(10 + (5 if number % 3 == 0 else 0)) * (percent or 0) / 100
                expect((cell == "") if waits else near(cell, points, 5), f"{key}: gradebook {cell}")

    for fault in faults[:20]:
        print(f"differs: {fault}")
    print(f"{len(attempts)} attempts, {len(responses)} responses: {len(faults)} differences")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or not os.access(sys.argv[1], os.X_OK):
        print("usage: check_scores.py PROGRAM", file=sys.stderr)
        sys.exit(64)
    sys.exit(main(sys.argv[1]))
