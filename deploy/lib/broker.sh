# shellcheck shell=bash
# What the broker must hold, whoever runs it: our virtual host and the services' user. Done through its management API.

management() {
  local method=$1 path=$2 body=${3:-}
  # The credentials go through standard input: they must not show in the process list.
  printf 'user = "%s:%s"\n' "$RABBITMQ_ADMIN_USER" "$RABBITMQ_ADMIN_PASSWORD" |
    curl -sS --fail --max-time 10 -K - -X "$method" -H 'content-type: application/json' ${body:+-d "$body"} \
      "http://127.0.0.1:$RABBITMQ_MANAGEMENT_PORT/api/$path" 9>&-
}

broker_alive() {
  if [ "$MODE" = docker ]; then docker_running rabbitmq; else process_alive "$(cat "$RUN/rabbitmq.pid")"; fi
}

broker_wait_ready() {
  local tenths=0 port=$RABBITMQ_PORT
  [ "$MODE" != docker ] || port=5672
  until management GET "health/checks/port-listener/$port" >/dev/null 2>&1; do
    broker_alive || die "RabbitMQ does not start: $(last_error_of "$LOGS/rabbitmq.log" 'error|ERROR|BOOT FAILED|failed'). See $LOGS/rabbitmq.log; to begin with empty queues: deploy/infra reset rabbitmq"
    tenths=$((tenths + 2))
    [ $((tenths % 50)) -ne 0 ] || say "  RabbitMQ is starting ($((tenths / 10)) s) ..."
    [ "$tenths" -lt 1200 ] || die "RabbitMQ is not ready after 120 s; see $LOGS/rabbitmq.log."
    sleep 0.2
  done
}

broker_provision() {
  {
    management PUT "vhosts/$RABBITMQ_VHOST"
    management PUT "users/$RABBITMQ_USER" "{\"password\":\"$RABBITMQ_PASSWORD\",\"tags\":\"\"}"
    management PUT "permissions/$RABBITMQ_VHOST/$RABBITMQ_USER" '{"configure":".*","write":".*","read":".*"}'
    management PUT "permissions/$RABBITMQ_VHOST/$RABBITMQ_ADMIN_USER" '{"configure":".*","write":".*","read":".*"}'
  } >/dev/null || die "RabbitMQ refused to create its virtual host or user; see $LOGS/rabbitmq.log, or begin with an empty broker: deploy/infra reset rabbitmq"
}
