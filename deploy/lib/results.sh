# shellcheck shell=bash
# Runs one test assembly after the other and counts from the result files; a process that dies counts as a failure.

PASSED=0 FAILED=0 SKIPPED=0
TEST_TIMEOUT=${CC_TEST_TIMEOUT:-1200}

# Of the result file's <assembly> element; nothing when there is none.
attribute() {
  sed -n 's/.*<assembly [^>]*[ ]'"$2"'="\([0-9]*\)".*/\1/p' <(head -c 4000 -- "$1" 2>/dev/null) | head -n 1
}

# run_assembly NAME ASSEMBLY ARGUMENT...: one line with counts and time; the failures' text when there are any.
run_assembly() {
  local name=$1 assembly=$2 result=$RESULTS/$1.xml log=$RESULTS/$1.log
  shift 2
  local started=$SECONDS next=60 code=0 pid passed failed errors skipped
  rm -f -- "$result"
  # A group of its own: whatever the tests started and left behind can be ended with it.
  setsid timeout --kill-after=20 "$TEST_TIMEOUT" dotnet "$assembly" -noColor -noLogo -reporter quiet -noAutoReporters \
    -longRunning 60 -result-xml "$result" "$@" </dev/null >"$log" 2>&1 &
  pid=$!
  RUNNING_TESTS=$pid
  while process_alive "$pid"; do
    sleep 0.5
    [ $((SECONDS - started)) -ge "$next" ] || continue
    say "  $name has been running for $next s ..."
    next=$((next + 60))
  done
  wait "$pid" 2>/dev/null || code=$?
  kill -KILL -- "-$pid" 2>/dev/null || true
  RUNNING_TESTS=''
  passed=$(attribute "$result" passed) failed=$(attribute "$result" failed)
  errors=$(attribute "$result" errors) skipped=$(attribute "$result" skipped)
  failed=$((${failed:-0} + ${errors:-0}))
  count "$name" "$code" "${passed:-0}" "$failed" "${skipped:-0}" "$((SECONDS - started))" "$log"
}

count() {
  local name=$1 code=$2 passed=$3 failed=$4 skipped=$5 seconds=$6 log=$7 note=''
  if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
    failed=1
    note="   ended with exit code $code"
    [ "$code" -ne 124 ] && [ "$code" -ne 137 ] || note="$note, after $seconds s of at most $TEST_TIMEOUT"
  fi
  PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed)) SKIPPED=$((SKIPPED + skipped))
  printf '  %-24s passed %5d   failed %3d   skipped %3d   %4d s%s\n' "$name" "$passed" "$failed" "$skipped" "$seconds" "$note"
  if [ "$failed" -gt 0 ]; then show_failures "$name" "$log"; else grep -A1 -F '[SKIP]' -- "$log" || true; fi
}

# The beginning: what failed first stands there, and a crash prints a stack without end.
show_failures() {
  printf -- '---- %s: %s ----\n' "$1" "$2"
  { grep -avE 'Ok, passed [0-9]+ tests' -- "$2" || true; } | cut -c1-240 | sed -n '1,150p'
  printf -- '----\n'
}

# The last line is read by machines.
conclude() {
  local line="$PASSED passed, $FAILED failed"
  [ "$SKIPPED" -eq 0 ] || line="$line, $SKIPPED skipped"
  printf '%s\n' "$line"
  [ "$FAILED" -eq 0 ] && [ "$PASSED" -gt 0 ]
}
