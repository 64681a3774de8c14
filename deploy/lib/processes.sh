# shellcheck shell=bash
# Starting, watching and ending .NET processes that this node owns: a process id file, a log and a mark each.

READY_TIMEOUT=${CC_READY_TIMEOUT:-120}
INSTANCES=()
READY=0

instance_mark() { printf 'CASECOORDINATION_INSTANCE=%s#%s' "$STATE" "$1"; }
instance_pid() { owned_pid "$RUN/$1.pid" "$(instance_mark "$1")"; }

# start_instance INSTANCE URL ASSEMBLY VARIABLE=VALUE...
start_instance() {
  local instance=$1 url=$2 assembly=$3
  shift 3
  [ ! -e "$LOGS/$instance.log" ] || mv -f -- "$LOGS/$instance.log" "$LOGS/$instance.log.1"
  (cd "$STATE" && exec setsid env "$(instance_mark "$instance")" "ASPNETCORE_URLS=$url" "$@" \
    dotnet "$assembly" </dev/null >"$LOGS/$instance.log" 2>&1 8>&- 9>&-) &
  printf '%s\n' "$!" >"$RUN/$instance.pid"
  disown $!
  INSTANCES+=("$instance $url")
}

ready() { curl -fsS -o /dev/null --max-time 3 "$1/health/ready" 2>/dev/null; }

# Waits for all that was started since the last time.
wait_ready() {
  local started=$SECONDS shown=$SECONDS waiting=("${INSTANCES[@]:READY}") entry still
  while [ "${#waiting[@]}" -gt 0 ]; do
    still=()
    for entry in "${waiting[@]}"; do
      if ready "${entry#* }"; then
        say "  ${entry% *} is ready ($((SECONDS - started)) s)"
      else
        require_alive "${entry% *}" "while starting"
        still+=("$entry")
      fi
    done
    waiting=("${still[@]}")
    [ "${#waiting[@]}" -gt 0 ] || break
    [ $((SECONDS - started)) -lt "$READY_TIMEOUT" ] ||
      die "${waiting[0]% *} is not ready after $READY_TIMEOUT s: $(curl -sS --max-time 3 "${waiting[0]#* }/health/ready" 2>&1 | head -c 300). See $LOGS/${waiting[0]% *}.log"
    if [ $((SECONDS - shown)) -ge 10 ]; then
      shown=$SECONDS
      say "  waiting for ${waiting[*]% *} ($((SECONDS - started)) s) ..."
    fi
    sleep 0.3
  done
  READY=${#INSTANCES[@]}
}

require_alive() {
  process_alive "$(cat "$RUN/$1.pid")" ||
    die "$1 stopped $2: $(last_error_of "$LOGS/$1.log" 'crit|xception|fail|rror'). See $LOGS/$1.log"
}

# Stops what the pid files name and what still is ours, all at once; who does not end within 20 s is killed.
stop_instances() {
  local file instance pid entry living=()
  for file in "$RUN"/*.pid; do
    [ -e "$file" ] || continue
    instance=$(basename -- "$file" .pid)
    case $instance in postgres | rabbitmq | epmd | up) continue ;; esac
    if pid=$(instance_pid "$instance"); then
      kill -TERM "$pid" 2>/dev/null || true
      living+=("$instance $pid")
    fi
    rm -f -- "$file"
  done
  local deadline=$((SECONDS + 20))
  for entry in "${living[@]}"; do
    wait_gone "${entry#* }" $((deadline > SECONDS ? deadline - SECONDS : 0)) && continue
    say "  ${entry% *} did not end within 20 s and is killed."
    kill -KILL "${entry#* }" 2>/dev/null || true
  done
}
