#!/usr/bin/env python3
"""Checks a markbook of seminar without seminar.

Written from the page "The record's format" (Sources/Records/Records.docc/Record.md) alone, so that a mistake in the
program and one in the page do not hide each other. Sections of that page are named in the comments. The attempts are
not replayed (item 5 of "What is checked"), and of item 6 the tables, indexes and triggers are not compared.
"""

import argparse
import hashlib
import json
import pathlib
import re
import sqlite3
import sys

VERSION = 5
APPLICATION = 0x534D4E52
NOTHING_BEFORE = bytes(32)
COLUMNS = ("site position kind subject sequence curriculum edition milliseconds "
           "body salt private commitment hash").split()
HASHED = COLUMNS[:9]
NUMBERS = {"position", "sequence", "milliseconds"}
BYTES = {"salt": 16, "commitment": 32, "hash": 32}
MAY_BE_NULL = {"salt", "private", "commitment"}
IDENTIFIER = re.compile("[0-9a-f]{32}")


class Wrong(Exception):
    """Something in the file is not as it was recorded."""


def expect(condition, what):
    """Goes on only if the condition holds."""
    if not condition:
        raise Wrong(what)


def sha256(content):
    """The SHA-256 of some bytes, as bytes."""
    return hashlib.sha256(content).digest()


def field(value):
    """A field: the length in eight bytes, the most significant first, then the bytes ("The hash of a row")."""
    if value is None:
        value = b""
    elif not isinstance(value, bytes):
        value = str(value).encode("utf-8")
    return len(value).to_bytes(8, "big") + value


def name(row):
    """How a row is called in messages."""
    return f"record {row['site']}:{row['position']} ({row['kind']})"


def open_file(path):
    """Opens the file for reading only, in one transaction, so that all tables are of one moment."""
    connection = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro", uri=True, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("BEGIN")
    return connection


def check_file(connection):
    """The identity of the file and SQLite's own check ("Overview"; "What is checked", items 1 and 6)."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    expect(application == APPLICATION, f"the application ID is {application:#x}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    expect(version == VERSION, f"the version is {version}")
    answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
    expect(answer == "ok", f"SQLite says: {answer}")


def check_seal(connection):
    """The one row of the table site ("Sites"; "What is checked", item 6)."""
    rows = connection.execute("SELECT id, seal FROM site").fetchall()
    expect(len(rows) == 1, f"the table site has {len(rows)} rows")
    identifier, seal = rows[0]
    expect(IDENTIFIER.fullmatch(identifier), f"the identifier of the site is {identifier}")
    expect(seal == sha256(field("seminar site") + field(identifier)), f"the seal of site {identifier}")


def check_form(row):
    """The types and lengths of a row ("The table record")."""
    for column in COLUMNS:
        value = row[column]
        if value is None and column in MAY_BE_NULL:
            continue
        form = int if column in NUMBERS else bytes if column in BYTES else str
        expect(isinstance(value, form), f"{name(row)}: the form of {column}")
        expect(column not in BYTES or len(value) == BYTES[column], f"{name(row)}: the length of {column}")
    expect(IDENTIFIER.fullmatch(row["site"]), f"{name(row)}: the identifier of the site")
    expect(isinstance(json.loads(row["body"]), dict), f"{name(row)}: the body is no object")


def read_records(connection):
    """All rows of the table record, by site, in the order of their chains."""
    chains = {}
    for row in connection.execute(f"SELECT {', '.join(COLUMNS)} FROM record ORDER BY site, position"):
        check_form(row)
        chains.setdefault(row["site"], []).append(row)
    return chains


def check_chain(rows):
    """Positions without a gap, and every hash ("The hash of a row"; "What is checked", item 2)."""
    previous = NOTHING_BEFORE
    for position, row in enumerate(rows, start=1):
        expect(row["position"] == position, f"{name(row)} stands where position {position} should")
        fields = b"".join(field(row[column]) for column in HASHED)
        expect(row["hash"] == sha256(previous + fields + field(row["commitment"])), f"{name(row)}: the hash")
        previous = row["hash"]


def forgotten(rows):
    """Whose private parts may be missing: numbers that were forgotten, and their attempts ("Forgetting")."""
    numbers = {row["subject"] for row in rows if row["kind"] == "participant/forgotten"}
    attempts = {row["subject"] for row in rows
                if row["kind"] == "attempt/started" and json.loads(row["body"]).get("person") in numbers}
    return numbers | attempts


def check_private(row, erased):
    """The commitment of a row, or that its private part may be missing ("The table record"; "Forgetting")."""
    expect((row["salt"] is None) == (row["private"] is None), f"{name(row)}: only one of salt and private is null")
    if row["private"] is not None:
        expect(row["commitment"] == sha256(row["salt"] + row["private"].encode("utf-8")),
               f"{name(row)}: the commitment")
    elif row["commitment"] is not None:
        allowed = row["subject"] in erased or (row["kind"] == "site/upgraded" and erased)
        expect(allowed, f"{name(row)}: the private part is missing")


def check_texts(connection, rows):
    """Every text, and that those of all quizzes that were sat are there ("The table text"; item 3)."""
    present = set()
    for digest, text in connection.execute("SELECT hash, text FROM text"):
        expect(digest == sha256(text.encode("utf-8")).hex(), f"text {digest}")
        present.add(digest)
    for row in rows:
        if row["kind"] == "attempt/started":
            version = json.loads(row["body"])["version"]
            expect(version in present, f"{name(row)}: the text {version} of the quiz is missing")


def identifiers(rows):
    """The identifier on the roster of each participant's number, where it is still known ("Kinds")."""
    known = {}
    for row in rows:
        if row["kind"] == "participant/enrolled" and row["private"] is not None:
            known.setdefault(row["subject"], json.loads(row["private"])["id"])
    return known


def former_fields(row, known):
    """What an old hash says of an event ("The chain of older markbooks")."""
    values = [row["subject"], row["sequence"], row["kind"].removeprefix("attempt/"), row["milliseconds"],
              row["private"]]
    if row["sequence"] == 1:
        body = json.loads(row["body"])
        person = body.get("person")
        expect(person is None or person in known, f"{name(row)}: nobody on the roster has this number")
        values.append("" if person is None else known[person])
        values += [body[key] for key in ("quiz", "version", "number", "kind")]
    return b"".join(field(value) for value in values)


def check_former(site, chain, hashes, known, somebody_forgotten):
    """The old chain of one site, as far as it goes ("The chain of older markbooks"; item 4)."""
    upgraded = [row for row in chain if row["kind"] == "site/upgraded"]
    expect(len(upgraded) == 1, f"site {site} has an old chain and {len(upgraded)} rows site/upgraded")
    previous = NOTHING_BEFORE
    for place, (position, record, digest) in enumerate(hashes, start=1):
        here = f"former {site}:{position}"
        expect(position == place, f"{here} stands where position {place} should")
        expect(1 <= record <= len(chain), f"{here}: there is no record {record}")
        row = chain[record - 1]
        expect(row["kind"].startswith("attempt/"), f"{here}: record {record} is no event")
        expect(row["private"] is not None, f"{here}: its event was erased, the hash was not")
        expect(digest == sha256(previous + former_fields(row, known)), f"{here}: the hash")
        previous = digest
    events = json.loads(upgraded[0]["body"])["events"]
    expect(len(hashes) == events or (len(hashes) < events and somebody_forgotten),
           f"the old chain of site {site} has {len(hashes)} events, not {events}")
    if upgraded[0]["private"] is not None:
        head = json.loads(upgraded[0]["private"])["head"]
        expect(len(hashes) == events, f"the old chain of site {site} was cut off, but its head was not erased")
        expect(events == 0 or head == previous.hex(), f"the head of the old chain of site {site}")


def check_all_former(connection, chains, erased):
    """The old chains of all sites that were upgraded, and that no others are there."""
    former = {site: [] for site, chain in chains.items() if any(row["kind"] == "site/upgraded" for row in chain)}
    for site, *rest in connection.execute("SELECT site, position, record, hash FROM former ORDER BY site, position"):
        former.setdefault(site, []).append(rest)
    for site, hashes in former.items():
        chain = chains.get(site, [])
        check_former(site, chain, hashes, identifiers(chain), bool(erased))


def check_head(head, chains, connection):
    """That the markbook once had this head ("The hash of a row"), or this one of an older markbook."""
    parts = head.split(":")
    expect(len(parts) == 3 and parts[1].isdigit(), f"{head} is no head: SITE:POSITION:HASH")
    site, position, digest = parts[0], int(parts[1]), parts[2].lower()
    chain = chains.get(site, [])
    if 1 <= position <= len(chain) and chain[position - 1]["hash"].hex() == digest:
        return
    old = connection.execute("SELECT hash FROM former WHERE site = ? AND position = ?", (site, position)).fetchone()
    expect(old is not None and old[0].hex() == digest, f"the markbook never had the head {head}")


def check(path, head=None):
    """Checks everything, in the order of "What is checked", and gives the chains."""
    connection = open_file(path)
    try:
        check_file(connection)
        check_seal(connection)
        chains = read_records(connection)
        rows = [row for chain in chains.values() for row in chain]
        erased = forgotten(rows)
        for chain in chains.values():
            check_chain(chain)
            for row in chain:
                check_private(row, erased)
        check_texts(connection, rows)
        check_all_former(connection, chains, erased)
        if head is not None:
            check_head(head, chains, connection)
        return chains
    finally:
        connection.close()


def main():
    """Reads the arguments, prints the heads, and gives the status."""
    parser = argparse.ArgumentParser(description="Check a markbook of seminar without seminar.")
    parser.add_argument("file", help="the markbook")
    parser.add_argument("--head", metavar="SITE:POSITION:HASH", help="a head that an export named")
    arguments = parser.parse_args()
    try:
        chains = check(arguments.file, arguments.head)
    except Wrong as wrong:
        print(f"wrong: {wrong}", file=sys.stderr)
        return 1
    except (sqlite3.Error, KeyError, TypeError, ValueError) as error:
        print(f"wrong: cannot be read as the page says: {error!r}", file=sys.stderr)
        return 1
    for site, chain in chains.items():
        print(f"{site}:{chain[-1]['position']}:{chain[-1]['hash'].hex()}")
    print(f"whole: {sum(map(len, chains.values()))} records")
    return 0


if __name__ == "__main__":
    sys.exit(main())
