# shellcheck shell=bash
# Running PostgreSQL and RabbitMQ as ordinary processes: as the package's user when root, else as the caller.

as_user() {
  local user=$1
  shift
  if is_root; then
    setpriv --reuid="$user" --regid="$user" --init-groups -- "$@"
  else
    "$@"
  fi
}

# A clone under a private directory (such as /root) cannot be entered by the package's user; the data then lives in /var/lib.
resolve_data() {
  DATA=$STATE/data
  if [ ! -e "$DATA" ]; then
    mkdir -p -- "$DATA"
    chmod 755 -- "$DATA"
    if is_root && ! as_user postgres test -x "$DATA"; then
      rmdir -- "$DATA"
      local outside
      outside=/var/lib/casecoordination/$(printf '%s' "$STATE" | sha256sum | cut -c1-16)
      mkdir -p -- "$outside"
      chmod 755 /var/lib/casecoordination "$outside"
      ln -s -- "$outside" "$DATA"
      say "The servers' users may not enter $STATE: their data is kept in $outside."
    fi
  fi
  DATA=$(cd -- "$DATA" && pwd -P)
}

own_directory() {
  local user=$1 directory=$2
  mkdir -p -- "$directory"
  chmod 700 -- "$directory"
  ! is_root || chown "$user:$user" -- "$directory"
}

# install_text USER FILE: standard input becomes a private file of that user.
install_text() {
  local user=$1 file=$2
  (umask 077 && cat >"$file.new")
  ! is_root || chown "$user:$user" -- "$file.new"
  mv -f -- "$file.new" "$file"
}

# The usual 1,024 open files are few for a broker with a connection per service and queue files.
raise_file_limit() {
  local hard
  hard=$(ulimit -Hn)
  if [ "$hard" = unlimited ] || [ "$hard" -gt 65536 ]; then hard=65536; fi
  ulimit -Sn "$hard"
}

# as_user_detached USER NAME COMMAND...: a session of its own, so that Ctrl-C in a terminal does not reach it;
# its process id goes to run/NAME.pid and its output to logs/NAME.log.
as_user_detached() {
  local user=$1 name=$2
  shift 2
  if is_root; then
    set -- setpriv --reuid="$user" --regid="$user" --init-groups -- "$@"
  fi
  (cd / && raise_file_limit && exec setsid env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "CASECOORDINATION_INSTANCE=$STATE#$name" "${DETACHED_ENV[@]}" "$@" </dev/null >>"$LOGS/$name.log" 2>&1 9>&-) &
  printf '%s\n' "$!" >"$RUN/$name.pid"
}
