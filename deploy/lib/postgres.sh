# shellcheck shell=bash
# The private PostgreSQL: own data directory, own port, loopback only, passwords only, no Unix socket.

postgres_pid() { owned_pid "$RUN/postgres.pid" "$DATA/postgres"; }

# Every server process stands in the data directory; zombies stand nowhere.
postgres_family() {
  local link
  # Processes come and go while /proc is read: what find complains of does not matter.
  { find /proc -maxdepth 2 -name cwd -lname "$DATA/postgres" 2>/dev/null || true; } | while read -r link; do
    case $(readlink "${link%cwd}exe" 2>/dev/null) in */postgres*) link=${link#/proc/}; printf '%s\n' "${link%/cwd}" ;; esac
  done
}

# After a crash the lock file may name a zombie, which PostgreSQL takes for a living server. It is stale when nobody stands here.
postgres_clear_stale_lock() {
  [ -n "$(postgres_family)" ] || rm -f -- "$DATA/postgres/postmaster.pid"
}

postgres_configure() {
  install_text postgres "$DATA/postgres/casecoordination.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $POSTGRES_PORT
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 300
shared_buffers = '128MB'
max_wal_size = '1GB'
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %q%u@%d '
log_lock_waits = on
CONF
}

postgres_initialise() {
  local bin=$1
  say "Creating the database cluster ..."
  own_directory postgres "$DATA/postgres"
  printf '%s\n' "$POSTGRES_SUPERUSER_PASSWORD" | install_text postgres "$DATA/postgres.password"
  (cd "$DATA" && as_user postgres "$bin/initdb" --pgdata="$DATA/postgres" --username=postgres --pwfile="$DATA/postgres.password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --data-checksums) >>"$LOGS/postgres.log" 2>&1 9>&- ||
    { rm -rf -- "$DATA/postgres" "$DATA/postgres.password"; die "initdb failed; see $LOGS/postgres.log."; }
  rm -f -- "$DATA/postgres.password"
  printf "include 'casecoordination.conf'\n" >>"$DATA/postgres/postgresql.conf"
}

postgres_binaries() {
  local version=
  [ ! -r "$DATA/postgres/PG_VERSION" ] || version=$(cat "$DATA/postgres/PG_VERSION")
  find_postgres_binaries "$version" ||
    die "the data in $DATA/postgres needs PostgreSQL $version, which is not installed. Install postgresql-$version, or wipe the data: deploy/infra reset postgres"
}

postgres_start() {
  local bin pid
  postgres_pid >/dev/null && return 0
  require_free_port POSTGRES_PORT
  bin=$(postgres_binaries)
  [ -s "$DATA/postgres/PG_VERSION" ] || postgres_initialise "$bin"
  postgres_clear_stale_lock
  postgres_configure
  say "Starting PostgreSQL on 127.0.0.1:$POSTGRES_PORT ..."
  as_user_detached postgres postgres "$bin/postgres" -D "$DATA/postgres"
  pid=$(cat "$RUN/postgres.pid")
  postgres_wait_ready "$bin" "$pid"
}

postgres_wait_ready() {
  local bin=$1 pid=$2 tenths=0
  until "$bin/pg_isready" -q -h 127.0.0.1 -p "$POSTGRES_PORT" -U postgres -d postgres 9>&-; do
    process_alive "$pid" || die "PostgreSQL does not start: $(last_error_of "$LOGS/postgres.log" 'FATAL|PANIC|could not'). See $LOGS/postgres.log; to begin with empty data: deploy/infra reset postgres"
    tenths=$((tenths + 1))
    [ $((tenths % 50)) -ne 0 ] || say "  PostgreSQL is recovering ($((tenths / 10)) s) ..."
    [ "$tenths" -lt 1200 ] || die "PostgreSQL is not ready after 120 s; see $LOGS/postgres.log."
    sleep 0.1
  done
}

postgres_stop() {
  local pid
  pid=$(postgres_pid) || { rm -f -- "$RUN/postgres.pid"; return 0; }
  say "Stopping PostgreSQL ..."
  kill -INT "$pid" 2>/dev/null || true
  wait_gone "$pid" 30 || { kill -QUIT "$pid" 2>/dev/null || true; wait_gone "$pid" 10 || postgres_kill; }
  rm -f -- "$RUN/postgres.pid"
}

# Backends outlive a killed server for a moment: the whole family has to go for a crash that looks like a power cut.
postgres_kill() {
  local pid family
  pid=$(postgres_pid) || return 0
  family=$(postgres_family)
  # shellcheck disable=SC2086
  kill -KILL "$pid" $family 2>/dev/null || true
  for pid in $pid $family; do wait_gone "$pid" 10 || die "process $pid of PostgreSQL does not end."; done
  rm -f -- "$RUN/postgres.pid"
}

postgres_reset() { rm -rf -- "$DATA/postgres"; }

postgres_sql() {
  local bin
  bin=$(postgres_binaries)
  PGPASSWORD=$POSTGRES_SUPERUSER_PASSWORD "$bin/psql" -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$POSTGRES_PORT" -U postgres "$@" 9>&-
}
