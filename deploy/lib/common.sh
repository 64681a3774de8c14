# shellcheck shell=bash
# What every script here needs: where things are, how to speak to the user, which process is really ours.

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)

# Every service: name, project folder under services/, port. Its database is its name with underscores.
SERVICES="
treaty-registry     TreatyRegistry     5101
case-intake         CaseIntake         5102
access-point        AccessPoint        5103
data-sharing        DataSharing        5104
enforcement-actions EnforcementActions 5105
"
DATABASES=$(awk 'NF { gsub("-", "_", $1); printf "%s ", $1 }' <<<"$SERVICES")

# Progress goes to standard error, so that standard output holds only what was asked for.
say() { printf '%s\n' "$*" >&2; }

die() {
  printf '%s: %s\n' "${SCRIPT_NAME:-deploy}" "$*" >&2
  exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

resolve_state() {
  local wanted=${CASECOORDINATION_STATE:-$ROOT/.local}
  if [ ! -d "$wanted" ]; then
    mkdir -p -- "$wanted" 2>/dev/null || die "cannot create the state directory $wanted; set CASECOORDINATION_STATE to one you may write."
    chmod 755 -- "$wanted"
  fi
  STATE=$(cd -- "$wanted" && pwd -P)
  [ -w "$STATE" ] || die "the state directory $STATE belongs to another user; set CASECOORDINATION_STATE to one you may write."
  export CASECOORDINATION_STATE=$STATE
  LOGS=$STATE/logs
  RUN=$STATE/run
  (umask 077 && mkdir -p -- "$LOGS" "$RUN") 2>/dev/null || die "cannot write in $STATE; set CASECOORDINATION_STATE to a directory you may write."
}

# One command at a time per state directory; children must not inherit the descriptor (9>&-).
lock_state() {
  exec 9>"$STATE/infra.lock" || die "cannot write $STATE/infra.lock."
  flock -w 120 9 || die "another deploy/infra has been at work on $STATE for two minutes; try again when it is done."
}

# A zombie is gone: it only waits for a parent that may never ask.
process_alive() {
  local state
  state=$(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null) || return 1
  [ -n "$state" ] && [ "$state" != Z ] && [ "$state" != X ]
}

# Process ids are reused; only a process that carries our mark may be stopped.
process_has_mark() {
  local pid=$1 mark=$2
  process_alive "$pid" || return 1
  tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -qxF -- "$mark" && return 0
  tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | grep -qxF -- "$mark"
}

# Prints the process id kept in the file if that process is alive and ours.
owned_pid() {
  local file=$1 mark=$2 pid
  [ -r "$file" ] || return 1
  pid=$(head -n 1 -- "$file" | tr -cd '0-9')
  if [ -z "$pid" ] || ! process_has_mark "$pid" "$mark"; then return 1; fi
  printf '%s\n' "$pid"
}

wait_gone() {
  local pid=$1 tenths=$(($2 * 10))
  while process_alive "$pid"; do
    [ "$tenths" -gt 0 ] || return 1
    tenths=$((tenths - 1))
    sleep 0.1
  done
}

random_secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# Words that a shell variable's name may hold: case-intake becomes CASE_INTAKE.
variable_name() { printf '%s' "$1" | tr 'a-z-' 'A-Z_'; }

last_error_of() {
  local line
  line=$(grep -aE "$2" -- "$1" 2>/dev/null | grep -av 'is starting up' | tail -n 1 | cut -c1-300) || true
  printf '%s' "${line:-no error was logged}"
}
