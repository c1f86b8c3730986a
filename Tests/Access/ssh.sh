#!/usr/bin/env bash
# Lets participants in over a real SSH server on the loopback, by the steps that 'seminar access write'
# prints, and tries what must not work. Needs root, openssh-server and a built program:
#
#   Tests/Access/ssh.sh .build/debug/seminar
#
# Where the system allows it, everything happens in mounts of its own: no file of the system changes.
set -euo pipefail
program=$(realpath "${1:?the built program}")
fixtures=$(realpath "$(dirname "$0")/../SeminarTests/Fixtures/workspace")

if [ -z "${ACCESS_MOUNTS:-}" ]; then
  if unshare --mount true 2>/dev/null; then
    ACCESS_MOUNTS=own exec unshare --mount "$0" "$program"
  fi
  ACCESS_MOUNTS=system
fi

scratch=$(mktemp -d /tmp/access.XXXXXX)
chmod 755 "$scratch"
server=
finish() {
  local status=$?
  [ -z "${session:-}" ] || kill "$session" 2>/dev/null || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  if [ "$ACCESS_MOUNTS" = system ]; then
    userdel -r seminar 2>/dev/null || true
    userdel -r ana 2>/dev/null || true
    rm -rf /etc/ssh/seminar /etc/ssh/sshd_config.d/seminar.conf
  fi
  if [ "$status" != 0 ]; then
    echo "--- the server's log:" && tail -n 30 "$scratch/sshd.log" 2>/dev/null || true
    echo "--- the last screen:" && tail -c 2000 "$screen" 2>/dev/null || true
  fi
  rm -rf "$scratch"
}
trap finish EXIT
screen=$scratch/screen

count=0
ok() {
  count=$((count + 1))
  echo "ok $count - $1"
}
fail() {
  echo "not ok - $1"
  exit 1
}

# --- A machine of its own: /etc, homes and /run.
if [ "$ACCESS_MOUNTS" = own ]; then
  cp -a /etc "$scratch/etc"
  mkdir "$scratch/lib" "$scratch/run"
  mount --bind "$scratch/etc" /etc
  mount --bind "$scratch/lib" /var/lib
  mount --bind "$scratch/run" /run
elif id seminar >/dev/null 2>&1; then
  fail "there is an account 'seminar' already, and the system allows no mounts of one's own"
fi
mkdir -p /run/sshd
useradd --create-home --home-dir "$scratch/ana" --shell /bin/bash ana

# --- The workspace, its roster, and a key of each participant.
workspace="$scratch/the course"
cp -r "$fixtures" "$workspace"
mkdir "$scratch/bin" "$scratch/keys" "$scratch/own"
install -m 755 "$program" "$scratch/bin/seminar"
seminar="$scratch/bin/seminar"
strange="o'brien \"x\" \\%u \$(id)"
printf 'id,name\np01,Ana\np02,Ben\n"%s",Cho\nana,Ana herself\np09,Nobody\n' "${strange//\"/\"\"}" \
  > "$scratch/roster.csv"
"$seminar" --workspace "$workspace" roster import "$scratch/roster.csv" > "$screen"
for name in p01 p02 strange stranger; do
  ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$scratch/own/$name"
done
cp "$scratch/own/p01.pub" "$scratch/own/p02.pub" "$scratch/keys"
cp "$scratch/own/strange.pub" "$scratch/keys/${strange//%/%25}.pub"

# --- The administrator's steps, as they are printed.
access() { "$seminar" --workspace "$workspace" access "$@"; }
steps() {
  # All commands but those that the last steps name for people; there is no systemd to ask here.
  sed -n '/^   /p' "$1" | sed 's/systemctl reload ssh/true/' | sed '/access check/d'
}
write_and_install() {
  (cd "$workspace" && "$seminar" access write "$scratch/access" "$@") > "$screen"
  steps "$scratch/access/STEPS.txt" | grep -v ssh-keygen > "$scratch/steps.sh"
  sh -eu "$scratch/steps.sh" > "$scratch/steps.log" 2>&1 || { cat "$scratch/steps.log"; return 1; }
}
ssh-keygen -q -t ed25519 -N '' -f "$scratch/host"
port=$((20000 + RANDOM % 20000))
cat > "$scratch/sshd_config" <<END
Port $port
ListenAddress 127.0.0.1
HostKey $scratch/host
PidFile $scratch/sshd.pid
UsePAM no
AcceptEnv LANG LC_*
Subsystem sftp /usr/lib/openssh/sftp-server
Include /etc/ssh/sshd_config.d/seminar.conf
END
# The steps test the system's settings, which need keys of the host.
ls /etc/ssh/ssh_host_*_key > /dev/null 2>&1 || ssh-keygen -A > /dev/null
write_and_install --keys "$scratch/keys"
ok "the printed steps can be given, one after another"
write_and_install --keys "$scratch/keys"
grep -q 'Nothing has changed' "$screen" || fail "writing twice changes something"
ok "and given again, they change nothing"
if ! runuser -u seminar -- "$seminar" --version > /dev/null 2>&1; then
  # The Swift runtime is where that account cannot read it: it comes beside the program.
  ldd "$program" | awk '/swift|Foundation|dispatch|Blocks/ { print $3 }' \
    | xargs -I{} install -m 755 {} "$scratch/bin"
fi
/usr/sbin/sshd -f "$scratch/sshd_config" -E "$scratch/sshd.log"
for _ in $(seq 50); do [ ! -s "$scratch/sshd.pid" ] || break; sleep 0.1; done
server=$(cat "$scratch/sshd.pid")
echo "[127.0.0.1]:$port $(cut -d ' ' -f 1,2 "$scratch/host.pub")" > "$scratch/known"

check() { access check --keys "$scratch/keys" --sshd-config "$scratch/sshd_config" "$@"; }
check > "$screen" || { cat "$screen"; fail "the set-up has problems"; }
grep -q "ok: SSH server: for 'seminar' it takes keys only" "$screen"
grep -q "no key lets these participants in: 'ana', 'p09'" "$screen"
ok "'access check' finds no problem, and names who has no key"

# --- Talking to the server.
client=(
  -F /dev/null -o "UserKnownHostsFile=$scratch/known" -o StrictHostKeyChecking=yes
  -o IdentitiesOnly=yes -o BatchMode=yes -o ConnectTimeout=10
)
connect() { # KEY ARGUMENT...
  ssh "${client[@]}" -p "$port" -i "$scratch/own/$1" seminar@127.0.0.1 "${@:2}"
}
session=
begin() { # KEY: a session with a terminal, in the background
  : > "$screen"
  rm -f "$scratch/typed"
  mkfifo "$scratch/typed"
  ssh -tt "${client[@]}" -p "$port" -i "$scratch/own/$1" "${@:2}" seminar@127.0.0.1 \
    < "$scratch/typed" >> "$screen" 2>&1 &
  session=$!
  exec 3> "$scratch/typed"
}
await() { # TEXT: waits until the screen shows it
  for _ in $(seq 200); do
    if grep -aqF -- "$1" "$screen"; then return; fi
    sleep 0.1
  done
  fail "the screen does not show: $1"
}
clear_screen() { : > "$screen"; }
running_program() { pgrep -f "^$scratch/bin/seminar quiz --as $1 "; } # PARTICIPANT: its process
type_line() { # LINE TEXT: types it when the prompt is there, and waits for what comes of it
  clear_screen
  sleep 0.3
  printf '%s\r' "$1" >&3
  await "$2"
}
end() {
  exec 3>&-
  wait "$session" || true
}
# In a sitting under a forced command no message names what the participant cannot type.
unspeakable() {
  ! grep -aE "seminar (quiz|review|roster|scores|markbook|access|doctor)|'?--[a-z]" "$screen" \
    || fail "a message names a command that the participant cannot type"
}

# --- Identity.
begin p01
await 'Quizzes for Ana'
await 'Which quiz?'
type_line nonsense 'Which quiz?'
grep -aq 'Type the number' "$screen" || fail "nonsense is not answered"
type_line tools 'Response ('
type_line ':skip' 'Response ('
unspeakable
type_line ':quit' 'Which quiz?'
unspeakable
type_line ':quit' ''
end
fingerprint=$(ssh-keygen -lf "$scratch/own/p01.pub" | cut -d ' ' -f 2)
identified() { "$seminar" --workspace "$workspace" markbook attempts --format csv 2>/dev/null; }
identified | grep -qF "key $fingerprint" || fail "the fingerprint is not recorded"
ok "who sits follows from the key, whose fingerprint is recorded with the attempt"

connect strange < /dev/null > "$screen" 2>&1 || true
grep -q 'Quizzes for Cho' "$screen" || fail "a strange identifier does not arrive"
ok "an identifier of quotation marks, blanks, '%' and '\$(' arrives as it is"

if connect stranger true > "$screen" 2>&1; then fail "a key that is not on file lets in"; fi
grep -q 'Permission denied (publickey)' "$screen" || fail "something other than keys is offered"
ok "another key is not let in, and no password is asked"

# --- What must not work.
for command in 'cat /etc/passwd' 'sh' 'seminar scores' 'quiz --as p02 --practice' "\$(touch $scratch/made)"; do
  connect p01 "$command" < /dev/null > "$screen" 2>&1 || true
  grep -q 'Quizzes for Ana' "$screen" || fail "'$command' is not answered by the quizzes"
  ! grep -q 'root:' "$screen" || fail "'$command' shows a file"
  unspeakable
done
[ ! -e "$scratch/made" ] || fail "the command was run"
ok "whatever command is asked for, the quizzes of the participant answer"

echo 'answers' > "$scratch/answers.yaml"
if scp "${client[@]}" -P "$port" -i "$scratch/own/p01" \
  seminar@127.0.0.1:"$workspace/quizzes/joinery/tools.yaml" "$scratch/stolen" > "$screen" 2>&1
then fail "scp works"; fi
if scp -O "${client[@]}" -P "$port" -i "$scratch/own/p01" \
  "$scratch/answers.yaml" seminar@127.0.0.1:/tmp/ > "$screen" 2>&1
then fail "scp works in the old way"; fi
if sftp -q -b - "${client[@]}" -P "$port" -i "$scratch/own/p01" \
  seminar@127.0.0.1 > "$screen" 2>&1 <<< 'get /etc/passwd'
then fail "sftp works"; fi
[ ! -e "$scratch/stolen" ] && [ ! -e /tmp/answers.yaml ] || fail "a file was copied"
ok "scp and sftp get nothing and put nothing"

if timeout 20 ssh "${client[@]}" -p "$port" -i "$scratch/own/p01" -W "127.0.0.1:$port" \
  seminar@127.0.0.1 < /dev/null > "$screen" 2>&1
then fail "a connection can be forwarded"; fi
for option in "-R 0:127.0.0.1:$port" "-R $((port + 1))"; do
  # shellcheck disable=SC2086
  if timeout 20 ssh "${client[@]}" -o ExitOnForwardFailure=yes -N -p "$port" \
    -i "$scratch/own/p01" $option seminar@127.0.0.1 > "$screen" 2>&1
  then fail "ports can be forwarded"; fi
done
ok "no port is forwarded in any direction"

# --- Variables.
begin p01 -o SendEnv='LD_PRELOAD SEMINAR_MARKBOOK SEMINAR_WORKSPACE LC_ALL LC_EVIL' \
  -o SetEnv="LD_PRELOAD=$scratch/evil.so SEMINAR_MARKBOOK=$scratch/evil.sqlite SEMINAR_WORKSPACE=/ LC_ALL=../../../etc/passwd LC_EVIL=x USER=p02 TERM=xterm"
await 'Which quiz?'
running=$(running_program p01 | tail -n 1)
tr '\0' '\n' < "/proc/$running/environ" > "$scratch/environ"
if grep -E '^(LD_|SEMINAR_)' "$scratch/environ"; then fail "variables of the client arrive"; fi
grep -qx 'LC_ALL=C.UTF-8' "$scratch/environ" || fail "the language is not that of the server"
type_line tools 'Response ('
if grep -qF -- "$fingerprint" "$scratch/environ"; then :; fi
tr '\0' ' ' < "/proc/$running/cmdline" > "$scratch/cmdline"
if grep -qiE 'saw|plane|chisel' "$scratch/cmdline"; then fail "the process list shows an answer"; fi
if runuser -u ana -- cat "/proc/$running/environ" > /dev/null 2>&1; then fail "environ is open"; fi
[ ! -e "$scratch/evil.sqlite" ] || fail "a markbook of the client's was made"
ok "no variable of the client's counts, and others' eyes see no answer"

# --- Ctrl-\ and Ctrl-C, which the terminal sends to everything that runs in the session.
ended() { # the session ends as interrupted, after the sitting's own last words
  await 'Stopped at item'
  local status=0
  wait "$session" || status=$?
  exec 3>&-
  [ "$status" = 130 ] || fail "the session ends with status $status"
  if grep -aqiE 'backtrace|fatal|crash|core dumped' "$screen"; then fail "memory is shown"; fi
  for _ in $(seq 100); do running_program p01 > /dev/null || break; sleep 0.1; done
  if running_program p01 > /dev/null; then fail "the program outlives its session"; fi
  unspeakable
}
clear_screen
printf '\034' >&3
ended
begin p01
await 'Which quiz?'
type_line tools 'Response ('
clear_screen
printf '\003' >&3
await 'Stop now?'
printf 'yes\r' >&3
ended
ok "Ctrl-\\ and Ctrl-C end a sitting with its own last words, and nothing is lost"

# --- A connection that breaks.
begin p01
await 'Which quiz?'
type_line tools 'Response ('
type_line ':skip' 'Response ('
kill -KILL "$session"
wait "$session" 2>/dev/null || true
exec 3>&-
for _ in $(seq 100); do running_program p01 > /dev/null || break; sleep 0.1; done
if running_program p01 > /dev/null; then fail "the program outlives its session"; fi
ok "a killed client ends the program"
begin p01
await 'open: continue it'
type_line tools 'Response ('
ok "the attempt is open, and goes on"

# --- Two sessions.
exec 4>&3
first=$session
mv "$screen" "$screen.first"
begin p01
await 'Which quiz?'
type_line tools 'Continue here instead?'
type_line yes 'Response ('
unspeakable
type_line ':quit' 'Which quiz?'
type_line ':quit' ''
end
screen=$screen.first
exec 3>&4 4>&-
type_line ':skip' ': '
unspeakable
kill "$first"
exec 3>&-
wait "$first" 2>/dev/null || true
identified > "$scratch/attempts.csv"
[ "$(grep -c ',p01,' "$scratch/attempts.csv")" = 1 ] || fail "two sessions make two attempts"
screen=$scratch/screen
ok "two sessions of one participant are one attempt"

# --- A whole sitting, its results, and a disk that is full.
begin p02
await 'Which quiz?'
type_line tools 'Response ('
running=$(running_program p02 | tail -n 1)
runuser -u seminar -- prlimit --pid "$running" --fsize=1:unlimited
type_line ':skip' 'Not saved yet.'
unspeakable
! grep -aF "$scratch" "$screen" || fail "a message shows where the record is"
runuser -u seminar -- prlimit --pid "$running" --fsize=unlimited:unlimited
type_line '' 'Response ('
type_line ':submit' 'Submit now?'
type_line yes 'Which quiz?'
grep -aq 'Score: 0 of 8 marks' "$screen" || fail "no score is shown"
unspeakable
type_line ':results 1' 'Which quiz?'
grep -aq 'Score: 0 of 8 marks' "$screen" || fail "the results are not shown again"
unspeakable
type_line ':quit' ''
end
ok "results, and the words about a full disk, name no file and no command"

# --- Other accounts of the machine.
for file in "$workspace/markbook.sqlite" "$workspace/quizzes/joinery/tools.yaml" \
  /etc/ssh/seminar/authorized_keys; do
  [ -e "$file" ] || fail "there is no '$file'"
  if runuser -u ana -- cat "$file" > /dev/null 2>&1; then fail "ana can read '$file'"; fi
done
ok "markbook, right answers and key file are closed to a participant's own account"
chmod o+rx "$workspace" "$workspace/quizzes" "$workspace/quizzes/joinery"
chmod o+r "$workspace"/quizzes/joinery/*
if check > "$screen"; then fail "open keys are no problem"; fi
grep -q "participants with an account on this machine can read the quizzes" "$screen"
grep -q "'ana'" "$screen"
if "$seminar" doctor --workspace "$workspace" > "$screen"; then fail "the doctor sees no problem"; fi
grep -q "participants with an account on this machine" "$screen"
ok "'access check' and 'doctor' name who can read the right answers"
write_and_install --keys "$scratch/keys"

# --- Somebody changes the key file.
cat "$scratch/own/stranger.pub" >> /etc/ssh/seminar/authorized_keys
if check > "$screen"; then fail "a foreign key is no problem"; fi
grep -q 'lets somebody in without the command that sits quizzes' "$screen"
rm "$scratch/keys/p02.pub"
write_and_install --keys "$scratch/keys"
check > "$screen" || { cat "$screen"; fail "the file was not put right"; }
if connect p02 true > "$screen" 2>&1; then fail "a key that was taken away lets in"; fi
ok "foreign keys are found, and keys that are taken away let nobody in"

# --- Certificates.
ssh-keygen -q -t ed25519 -N '' -f "$scratch/own/ca"
cp "$scratch/own/p02.pub" "$scratch/keys"
if access write "$scratch/refused" --keys "$scratch/keys" --authority "$scratch/own/ca.pub" \
  > /dev/null 2> "$screen"
then fail "an identifier that no certificate can name is taken"; fi
grep -q "a certificate cannot name 'o'brien" "$screen"
workspace="$scratch/second"
cp -r "$fixtures" "$workspace"
printf 'id,name\np01,Ana\np02,Ben\n' \
  | "$seminar" --workspace "$workspace" roster import - > "$screen"
rm "$scratch/keys/${strange//%/%25}.pub"
write_and_install --keys "$scratch/keys" --authority "$scratch/own/ca.pub"
grep -a ssh-keygen "$scratch/access/STEPS.txt" > "$scratch/sign.sh"
sh -eu "$scratch/sign.sh" 2> /dev/null
if connect p02 true > "$screen" 2>&1; then fail "a key without a certificate lets in"; fi
cp "$scratch/keys/p02-cert.pub" "$scratch/own"
connect p02 < /dev/null > "$screen" 2>&1 || true
grep -q 'Quizzes for Ben' "$screen" || fail "a certificate does not let in"
ssh-keygen -q -s "$scratch/own/ca" -I p02 -n p02 -V 20200101:20200201 "$scratch/own/p02.pub"
if connect p02 true > "$screen" 2>&1; then fail "a certificate that has expired lets in"; fi
ssh-keygen -q -s "$scratch/own/ca" -I p02 -n root "$scratch/own/p02.pub"
if connect p02 true > "$screen" 2>&1; then fail "a certificate for another name lets in"; fi
ok "certificates say who sits, and expire"

echo "All $count checks of letting participants in passed."
