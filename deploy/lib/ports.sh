# shellcheck shell=bash
# Ports are chosen once per state directory and remembered, so that a restart answers at the same address.
# They stay below the range that the kernel hands to outgoing connections.

PORT_BASE=${CC_PORT_BASE:-25410}
INFRA_PORTS="POSTGRES_PORT RABBITMQ_PORT RABBITMQ_MANAGEMENT_PORT RABBITMQ_DIST_PORT RABBITMQ_EPMD_PORT"

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port_holder() {
  local line
  line=$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1, process \2/p' | head -n 1) || true
  printf '%s' "${line:-another program}"
}

load_ports() {
  local file=$STATE/ports.env name override next=$PORT_BASE
  # shellcheck source=/dev/null
  [ ! -r "$file" ] || . "$file"
  for name in $INFRA_PORTS; do
    override=CC_$name
    if [ -n "${!override:-}" ]; then
      case ${!override} in *[!0-9]*) die "$override must be a port number, not '${!override}'." ;; esac
      printf -v "$name" '%s' "${!override}"
    elif [ -z "${!name:-}" ]; then
      while port_taken "$next"; do next=$((next + 5)); done
      printf -v "$name" '%s' "$next"
    fi
    next=$((${!name} + 1))
  done
  for name in $INFRA_PORTS; do printf '%s=%s\n' "$name" "${!name}"; done >"$file"
}

require_free_port() {
  local name=$1
  port_taken "${!name}" || return 0
  die "port ${!name} ($name) is taken by $(port_holder "${!name}"). Stop that, or choose another: CC_$name=PORT deploy/infra start"
}
