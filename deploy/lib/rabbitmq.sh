# shellcheck shell=bash
# The private RabbitMQ node: own name service, own cookie, own ports, loopback only.

rabbitmq_pid() { owned_pid "$RUN/rabbitmq.pid" "CASECOORDINATION_INSTANCE=$STATE#rabbitmq"; }
epmd_pid() { owned_pid "$RUN/epmd.pid" "CASECOORDINATION_INSTANCE=$STATE#epmd"; }

rabbitmq_configure() {
  local home=$DATA/rabbitmq
  own_directory rabbitmq "$home"
  install_text rabbitmq "$home/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$RABBITMQ_PORT
management.tcp.ip = 127.0.0.1
management.tcp.port = $RABBITMQ_MANAGEMENT_PORT
default_user = $RABBITMQ_ADMIN_USER
default_pass = $RABBITMQ_ADMIN_PASSWORD
default_user_tags.administrator = true
loopback_users = none
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 100MB
log.console = true
log.console.level = info
log.connection.level = error
CONF
  printf '[rabbitmq_management].\n' | install_text rabbitmq "$home/enabled_plugins"
}

rabbitmq_environment() {
  local home=$DATA/rabbitmq
  DETACHED_ENV=(
    "HOME=$home"
    "ERL_EPMD_PORT=$RABBITMQ_EPMD_PORT"
    "ERL_EPMD_ADDRESS=127.0.0.1"
    "RABBITMQ_NODENAME=casecoordination@localhost"
    "RABBITMQ_DIST_PORT=$RABBITMQ_DIST_PORT"
    "RABBITMQ_NODE_PORT=$RABBITMQ_PORT"
    "RABBITMQ_NODE_IP_ADDRESS=127.0.0.1"
    "RABBITMQ_MNESIA_BASE=$home/data"
    "RABBITMQ_LOG_BASE=$home/log"
    "RABBITMQ_LOGS=-"
    "RABBITMQ_CONFIG_FILE=$home/rabbitmq.conf"
    "RABBITMQ_CONF_ENV_FILE=/dev/null"
    "RABBITMQ_ENABLED_PLUGINS_FILE=$home/enabled_plugins"
    "RABBITMQ_PLUGINS_EXPAND_DIR=$home/plugins"
    "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none"
    "RABBITMQ_ALLOW_INPUT=1"
  )
}

epmd_start() {
  epmd_pid >/dev/null && return 0
  require_free_port RABBITMQ_EPMD_PORT
  as_user_detached rabbitmq epmd "$(command -v epmd || echo /usr/bin/epmd)" -address 127.0.0.1 -port "$RABBITMQ_EPMD_PORT"
}

rabbitmq_start() {
  rabbitmq_pid >/dev/null && return 0
  local name
  for name in RABBITMQ_PORT RABBITMQ_MANAGEMENT_PORT RABBITMQ_DIST_PORT; do require_free_port "$name"; done
  rabbitmq_configure
  rabbitmq_environment
  say "Starting RabbitMQ on 127.0.0.1:$RABBITMQ_PORT ..."
  epmd_start
  as_user_detached rabbitmq rabbitmq "$RABBITMQ_SERVER" -noinput
}

rabbitmq_stop() {
  local pid
  if pid=$(rabbitmq_pid); then
    say "Stopping RabbitMQ ..."
    kill -TERM "$pid" 2>/dev/null || true
    wait_gone "$pid" 60 || rabbitmq_kill
  fi
  rm -f -- "$RUN/rabbitmq.pid"
  epmd_stop
}

epmd_stop() {
  local pid
  if pid=$(epmd_pid); then
    kill -TERM "$pid" 2>/dev/null || true
    wait_gone "$pid" 5 || kill -KILL "$pid" 2>/dev/null || true
  fi
  rm -f -- "$RUN/epmd.pid"
}

rabbitmq_kill() {
  local pid
  pid=$(rabbitmq_pid) || return 0
  kill -KILL "$pid" 2>/dev/null || true
  wait_gone "$pid" 10 || die "process $pid of RabbitMQ does not end."
  rm -f -- "$RUN/rabbitmq.pid"
}

rabbitmq_reset() { rm -rf -- "$DATA/rabbitmq"; }
