#!/usr/bin/env bash
# Compares the program with check_record.py, which was written from the page "The record's format" alone.
#
#     run.sh PROGRAM
#
# Makes markbooks with the program, and expects that the reader finds them whole with the same heads. Then changes one
# value after the other in copies, and expects that the reader and the program both find each change.
# Ends with status 0 only if nothing failed.

set -u
if [ $# -ne 1 ] || [ ! -x "$1" ]; then
    echo "usage: run.sh PROGRAM" >&2
    exit 64
fi

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
reader=$here/check_record.py
fixture=$here/../RecordsTests/Fixtures/version-4.markbook
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset SEMINAR_WORKSPACE SEMINAR_MARKBOOK
passed=0
failed=0

# Counts one result: pass NAME, or fail NAME WHY.
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "failed: $1: $2"; }

# The program with the workspace and the markbook $book.
seminar() { "$program" "$@" --workspace "$folder/workspace" --markbook "$book"; }

# step NAME COMMAND…: a command that must end with status 0.
step() {
    local name=$1
    shift
    if "$@" >"$folder/output" 2>&1; then pass "$name"; else fail "$name" "$(tail -n 2 "$folder/output")"; fi
}

# sit NAME INPUT ARGUMENT…: sits a quiz with lines typed.
sit() {
    local name=$1 input=$2
    shift 2
    if printf "$input" | seminar quiz "$@" >"$folder/output" 2>&1; then pass "$name"
    else fail "$name" "$(tail -n 2 "$folder/output")"; fi
}

# whole NAME: the reader and the program find $book whole, with the same heads.
whole() {
    local heads others
    if ! heads=$(python3 "$reader" "$book" 2>&1); then fail "$1" "the reader says: $heads"; return; fi
    if ! others=$(seminar markbook verify 2>&1); then fail "$1" "the program says: $others"; return; fi
    heads=$(grep -v '^whole: ' <<<"$heads" | sort)
    others=$(sed -n 's/^head: //p' <<<"$others" | sort)
    if [ -n "$heads" ] && [ "$heads" = "$others" ]; then pass "$1"
    else fail "$1" "the reader has the heads $heads, the program $others"; fi
}

# status NAME EXPECTED COMMAND…: a command that must end with this status.
status() {
    local name=$1 expected=$2 actual
    shift 2
    "$@" >"$folder/output" 2>&1
    actual=$?
    if [ $actual -eq "$expected" ]; then pass "$name"
    else fail "$name" "status $actual, not $expected: $(tail -n 1 "$folder/output")"; fi
}

# one_head: the head of $book when it has one site.
one_head() { seminar markbook verify | sed -n 's/^head: //p' | head -n 1; }

# head_is NAME STATUS HEAD: whether the reader and the program know a head.
head_is() {
    status "$1 (reader)" "$2" python3 "$reader" "$book" --head "$3"
    status "$1 (program)" "$2" seminar markbook verify --head "$3"
}

# sites NAME NUMBER: how many sites the reader finds.
sites() {
    local found
    found=$(python3 "$reader" "$book" | grep -c ':')
    found=$((found - 1))
    if [ "$found" -eq "$2" ]; then pass "$1"; else fail "$1" "$found sites, not $2"; fi
}

# former NAME TEST: compares the number of hashes in the table former, such as '-eq 0'.
former() {
    local found
    found=$(python3 -c 'import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM former").fetchone()[0])' "$book")
    if [ "$found" $2 ]; then pass "$1"; else fail "$1" "$found old hashes, not $2"; fi
}

# changes FILE: makes a copy of FILE for each change, in $folder/changes, with its name as file name.
# Triggers are dropped for the change and made again, so that only the change itself can be found.
changes() {
    rm -rf "$folder/changes"
    mkdir "$folder/changes"
    python3 - "$1" "$folder/changes" <<'PYTHON'
import hashlib, shutil, sqlite3, sys

source, folder = sys.argv[1:]


def change(name, *statements):
    """Copies the markbook and runs statements, each a text with its values."""
    path = f"{folder}/{name}.sqlite"
    shutil.copyfile(source, path)
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for trigger, _ in triggers:
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement, *values in statements:
        cursor = connection.execute(statement, values)
        if cursor.rowcount == 0:
            sys.exit(f"{name} changed nothing")
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()


def other(value, column):
    """Another value that the table allows."""
    if isinstance(value, int):
        return value + 1000 if column in ("position", "sequence") else value + 1
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1])
    if column == "body":
        return value[:-1] + " }"
    if value and value[-1] in "0123456789abcdef":
        return value[:-1] + ("0" if value[-1] != "0" else "1")
    return value + "x"


book = sqlite3.connect(source)
change("same", ("UPDATE site SET id = id",))
for table in ("record", "text", "site", "former"):
    for column in [row[1] for row in book.execute(f"PRAGMA table_info({table})")]:
        rows = book.execute(f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY rowid").fetchall()
        for which, (row, value) in {"first": rows[0], "last": rows[-1]}.items() if rows else ():
            change(f"{table}.{column}.{which}",
                   (f"UPDATE {table} SET {column} = ? WHERE rowid = ?", other(value, column), row))
        if not rows and table != "former":
            sys.exit(f"no value in {table}.{column}")

(kept,) = book.execute("""SELECT max(rowid) FROM record WHERE private IS NOT NULL AND kind LIKE 'participant/%'
    AND NOT EXISTS (SELECT 1 FROM record AS f
        WHERE f.kind = 'participant/forgotten' AND f.subject = record.subject)""").fetchone()
change("erased-participant", ("UPDATE record SET salt = NULL, private = NULL WHERE rowid = ?", kept))
change("erased-guest", ("""UPDATE record SET salt = NULL, private = NULL WHERE subject IN (SELECT subject FROM record
    WHERE kind = 'attempt/started' AND json_extract(body, '$.person') IS NULL)""",))
change("removed-commitment", ("UPDATE record SET salt = NULL, private = NULL, commitment = NULL WHERE rowid = ?", kept))
(open_row,) = book.execute("SELECT max(rowid) FROM record WHERE commitment IS NULL").fetchone()
if open_row is not None:
    change("added-private", ("UPDATE record SET salt = ?, private = 'x', commitment = ? WHERE rowid = ?",
                             bytes(16), hashlib.sha256(bytes(16) + b"x").digest(), open_row))
    change("added-commitment", ("UPDATE record SET commitment = ? WHERE rowid = ?", bytes(32), open_row))
change("removed-row", ("DELETE FROM record WHERE rowid = 4",))
change("removed-first-row", ("DELETE FROM record WHERE rowid = 1",))
change("removed-text", ("DELETE FROM text WHERE rowid = 1",))
change("removed-site", ("DELETE FROM site",))
second = b"\0\0\0\0\0\0\0\x0cseminar site\0\0\0\0\0\0\0 " + b"a" * 32
change("second-site", ("INSERT INTO site VALUES (?, ?)", "a" * 32, hashlib.sha256(second).digest()))
change("version", ("PRAGMA user_version = 4",))
change("later-version", ("PRAGMA user_version = 6",))
change("application", ("PRAGMA application_id = 1",))
# Once somebody was forgotten who is in the old chain, the page promises the old hashes only as far as they go.
(promised,) = book.execute("""SELECT count(*) FROM former JOIN record AS r ON r.site = former.site
    AND r.kind = 'site/upgraded' AND r.private IS NOT NULL""").fetchone()
if promised:
    change("former-cut-off", ("DELETE FROM former WHERE position = (SELECT max(position) FROM former)",))
    change("former-removed", ("DELETE FROM former",))
PYTHON
}

# all_found NAME: for each changed copy of $book, both find the change; the copy without a change is whole.
all_found() {
    local original=$book file change expected
    if ! changes "$original"; then fail "$1" "the changes could not be made"; return; fi
    for file in "$folder"/changes/*.sqlite; do
        change=$(basename "$file" .sqlite)
        book=$file
        if [ "$change" = same ]; then whole "$1, triggers made again"; continue; fi
        status "$1, $change (reader)" 1 python3 "$reader" "$file"
        case $change in
            version | later-version | application) refused "$1, $change (program)" ;;
            *) status "$1, $change (program)" 1 seminar markbook verify ;;
        esac
    done
    book=$original
}

# refused NAME: the program does not find $book whole; a file of another version or application may be refused as input.
refused() {
    if seminar markbook verify >"$folder/output" 2>&1; then fail "$1" "status 0"; else pass "$1"; fi
}

# The workspace.
mkdir -p "$folder/workspace/quizzes" "$folder/workspace/curricula"
quiz() {
    cat <<YAML
quiz: $1
status: An example.
mode: $2
items:
  - id: $3-01
    kind: single-choice
    stem: How many principal organs does the Charter of the United Nations name?
    options:
      - distractor: Five
        because: The Trusteeship Council is one of them.
      - key: Six
      - distractor: Seven
        because: The Human Rights Council is a subsidiary organ.
    keep-order: true
    rationale: Article 7(1) names six principal organs.
    source: Charter of the United Nations, article 7(1)
    fact: F-UNM-02
    theme: T20
    level: recall
  - id: $3-02
    kind: numerical
    stem: How many members does the Security Council have?
    key: 15
    rationale: Five are permanent and ten are elected.
    source: Charter of the United Nations, article 23
    fact: F-UNM-05
    theme: T20
    level: recall
YAML
}
quiz "Graded" $'graded\ncloses: never\nattempts: unlimited' g >"$folder/workspace/quizzes/graded.yaml"
quiz "Practice" practice p >"$folder/workspace/quizzes/practice.yaml"
cat >"$folder/roster.csv" <<'CSV'
id,name,email,group,extra-time
p01,Amina Example,amina@example.org,A,1.25
p02,王小明,,B,
p03,Ana Núñez,ana@example.org,B,
CSV

# One site.
book=$folder/one.sqlite
step "import" seminar roster import "$folder/roster.csv"
whole "after import"
sit "graded attempt" '2\n15\n2\n:submit\nyes\n' graded --as p01 --seed 1
whole "after a graded attempt"
sit "second participant" '1\n15\n:submit\nyes\n' graded --as p02 --seed 2
whole "after a second participant"
sit "open attempt" '1\n:quit\n' graded --as p03 --seed 3
whole "after an attempt that is open"
sit "guest" '2\n15\n' practice --seed 4
whole "after a guest's practice"
step "override" seminar roster override p01 --attempts 2 --reason "power cut"
whole "after an exception"
all_found "one site"
before=$(one_head)
step "forget" seminar markbook forget p02 --yes
whole "after forgetting"
head_is "head from before forgetting" 0 "$before"
all_found "one site, somebody forgotten"

# Backup and restore.
kept=$(one_head)
step "backup" seminar markbook backup "$folder/backup.sqlite"
main=$book; book=$folder/backup.sqlite; whole "the backup"; book=$main
sit "open attempt goes on after the backup" '1\n:quit\n' graded --as p03
sit "attempt after the backup" '1\n15\n:submit\nyes\n' graded --as p01 --seed 5
lost=$(one_head)
head_is "head after the backup" 0 "$lost"
step "restore" seminar markbook restore "$folder/backup.sqlite"
whole "after restoring"
head_is "head that was restored" 0 "$kept"
head_is "head that was not restored" 1 "$lost"
sites "after restoring" 2
cp "$book" "$folder/fork.sqlite"
step "merge what was there before" seminar markbook merge "$book.before-restore"
whole "after merging what was there before"
sites "after merging what was there before" 2
head_is "head that was merged" 0 "$lost"
sit "open attempt goes on after merging" '15\n:quit\n' graded --as p03
whole "after an attempt that went on after merging"

# An attempt that went on at two sites is not merged, and nothing is taken in.
book=$folder/fork.sqlite
sit "open attempt goes on at a second site" '15\n:quit\n' graded --as p03
fork=$(python3 "$reader" "$book")
status "merge of an attempt that went on at two sites" 65 seminar markbook merge "$folder/one.sqlite.before-restore"
whole "after a merge that was refused"
status "the same records after a merge that was refused" 0 test "$fork" = "$(python3 "$reader" "$book")"
book=$folder/one.sqlite

# Another site, with the same people.
book=$folder/two.sqlite
step "import at another site" seminar roster import "$folder/roster.csv"
sit "attempt at another site" '1\n15\n:submit\nyes\n' graded --as p01 --seed 6
sit "attempt of somebody forgotten elsewhere" '1\n15\n:submit\nyes\n' graded --as p02 --seed 7
whole "the other site"
other=$(one_head)
book=$folder/one.sqlite
step "merge" seminar markbook merge "$folder/two.sqlite"
whole "after merging"
sites "after merging" 3
head_is "head of the other site" 0 "$other"
cat >"$folder/renamed.csv" <<'CSV'
id,name
p01,A. Example
CSV
book=$folder/three.sqlite
step "import under another name" seminar roster import "$folder/renamed.csv"
sit "attempt under another name" '1\n15\n:submit\nyes\n' graded --as p01 --seed 8
book=$folder/one.sqlite
step "merge the same person under another name" seminar markbook merge "$folder/three.sqlite" --same p01
whole "after merging the same person under another name"
step "merge again" seminar markbook merge "$folder/two.sqlite"
whole "after merging again"

# A markbook of version 4.
if [ -f "$fixture" ]; then
    book=$folder/old.sqlite
    cp "$fixture" "$book"
    status "version 4 (reader)" 1 python3 "$reader" "$book"
    step "upgrade" seminar roster import "$folder/roster.csv"
    whole "after upgrading"
    former "hashes after upgrading" "-gt 0"
    all_found "upgraded"
    cp "$book" "$folder/upgraded.sqlite"
    book=$folder/unrecorded.sqlite
    cp "$folder/upgraded.sqlite" "$book"
    step "forget somebody without attempts" seminar markbook forget p02 --yes
    whole "after forgetting somebody without attempts"
    all_found "upgraded, somebody without attempts forgotten"
    book=$folder/old.sqlite
    step "forget after upgrading" seminar markbook forget p03 --yes
    whole "after upgrading and forgetting"
    former "some hashes are left" "-gt 0"
    all_found "upgraded, somebody forgotten"
    step "forget the first" seminar markbook forget p01 --yes
    whole "after forgetting the first"
    former "no hashes are left" "-eq 0"
    book=$folder/one.sqlite
    step "merge an upgraded one" seminar markbook merge "$folder/upgraded.sqlite" --same p01
    whole "after merging an upgraded one"
    former "hashes after merging" "-gt 0"
    step "forget after merging" seminar markbook forget p01 --yes
    whole "after forgetting and merging"
fi
all_found "merged"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
