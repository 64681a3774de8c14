# shellcheck shell=bash
# Debian packages: found if there, installed if absent and root, else named in one line.

find_postgres_binaries() {
  local wanted=${1:-} directory
  for directory in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV); do
    if [ ! -x "$directory/initdb" ] || [ ! -x "$directory/postgres" ]; then continue; fi
    if [ -z "$wanted" ] || [ "$directory" = "/usr/lib/postgresql/$wanted/bin" ]; then
      printf '%s\n' "$directory"
      return 0
    fi
  done
  return 1
}

# Debian's script itself: the one in /usr/sbin insists on the system's instance.
RABBITMQ_SERVER=/usr/lib/rabbitmq/bin/rabbitmq-server

missing_packages() {
  find_postgres_binaries >/dev/null || printf 'postgresql '
  [ -x "$RABBITMQ_SERVER" ] || printf 'rabbitmq-server '
  command -v curl >/dev/null || printf 'curl '
}

ensure_packages() {
  local missing names
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  is_root || die "these Debian packages are missing: ${missing% }. Install them once as root: apt-get install ${missing% }"
  command -v apt-get >/dev/null || die "these programs are missing and there is no apt-get to install them: ${missing% }."
  read -ra names <<<"$missing"
  say "Installing ${missing% } from Debian (a minute or two) ..."
  {
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o Dpkg::Use-Pty=0 "${names[@]}"
  } </dev/null 2>&1 9>&- | tee -a "$LOGS/packages.log" | sed -un 's/^Setting up \([^ ]*\).*/  \1/p' >&2 ||
    die "the packages could not be installed; see $LOGS/packages.log."
  missing=$(missing_packages)
  [ -z "$missing" ] || die "still missing after the installation: ${missing% }; see $LOGS/packages.log."
}
