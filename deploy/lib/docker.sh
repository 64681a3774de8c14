# shellcheck shell=bash
# The same two servers as containers, when an engine answers and has (or can fetch) their images.

POSTGRES_IMAGE=${POSTGRES_IMAGE:-postgres:17}
RABBITMQ_IMAGE=${RABBITMQ_IMAGE:-rabbitmq:4-management}

engine_answers() { command -v docker >/dev/null && timeout 5 docker info >/dev/null 2>&1 9>&-; }

image_available() {
  docker image inspect "$1" >/dev/null 2>&1 9>&- && return 0
  say "Fetching the image $1 ..."
  timeout "${CC_PULL_TIMEOUT:-300}" docker pull -q "$1" >/dev/null 2>&1 9>&-
}

# Once chosen at the first start, the mode stays with the data; CC_INFRA=native or docker decides before that.
resolve_mode() {
  local file=$STATE/mode wanted=${CC_INFRA:-auto}
  if [ -r "$file" ]; then
    MODE=$(cat "$file")
    [ "$wanted" = auto ] || [ "$wanted" = "$MODE" ] || die "$STATE holds the data of a $MODE instance; run deploy/infra reset before using CC_INFRA=$wanted."
    return 0
  fi
  case $COMMAND in start | restart) ;; *) MODE=native; return 0 ;; esac
  case $wanted in
    native | docker) MODE=$wanted ;;
    auto) MODE=$(choose_mode) ;;
    *) die "CC_INFRA must be native, docker or auto, not '$wanted'." ;;
  esac
}

choose_mode() {
  if ! engine_answers; then
    printf native
  elif image_available "$POSTGRES_IMAGE" && image_available "$RABBITMQ_IMAGE"; then
    printf docker
  else
    say "A Docker engine answers but the images are not to be had: running PostgreSQL and RabbitMQ natively."
    printf native
  fi
}

container() { printf 'casecoordination-%s-%s' "$(printf '%s' "$STATE" | sha256sum | cut -c1-12)" "$1"; }

docker_running() { [ "$(docker container inspect -f '{{.State.Running}}' "$(container "$1")" 2>/dev/null 9>&-)" = true ]; }

docker_start() {
  local name=$1 problem
  docker_running "$name" && return 0
  docker rm -f "$(container "$name")" >/dev/null 2>&1 9>&- || true
  say "Starting $name in a container ..."
  problem=$("docker_run_$name" 2>&1 >/dev/null 9>&-) || die "the $name container does not start: $(printf '%s' "$problem" | tail -n 1)"
}

docker_run_postgres() {
  require_free_port POSTGRES_PORT
  POSTGRES_PASSWORD=$POSTGRES_SUPERUSER_PASSWORD docker run -d --name "$(container postgres)" --label "casecoordination.state=$STATE" \
    -p "127.0.0.1:$POSTGRES_PORT:5432" -v "$(container postgres):/var/lib/postgresql/data" \
    -e POSTGRES_PASSWORD -e POSTGRES_HOST_AUTH_METHOD=scram-sha-256 \
    -e "POSTGRES_INITDB_ARGS=--auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --data-checksums" \
    "$POSTGRES_IMAGE" postgres -c max_connections=300 -c shared_buffers=128MB -c timezone=UTC
}

docker_run_rabbitmq() {
  require_free_port RABBITMQ_PORT
  require_free_port RABBITMQ_MANAGEMENT_PORT
  RABBITMQ_DEFAULT_PASS=$RABBITMQ_ADMIN_PASSWORD docker run -d --name "$(container rabbitmq)" --label "casecoordination.state=$STATE" \
    --hostname casecoordination -p "127.0.0.1:$RABBITMQ_PORT:5672" -p "127.0.0.1:$RABBITMQ_MANAGEMENT_PORT:15672" \
    -v "$(container rabbitmq):/var/lib/rabbitmq" -e "RABBITMQ_DEFAULT_USER=$RABBITMQ_ADMIN_USER" -e RABBITMQ_DEFAULT_PASS "$RABBITMQ_IMAGE"
}

docker_wait_postgres() {
  local tenths=0
  until printf 'SELECT 1;' | docker_psql >/dev/null 2>&1; do
    docker_running postgres || die "PostgreSQL stopped while starting; see: docker logs $(container postgres)"
    tenths=$((tenths + 5))
    [ "$tenths" -lt 1200 ] || die "PostgreSQL is not ready after 120 s; see: docker logs $(container postgres)"
    sleep 0.5
  done
}

# Over TCP with the password: the image's own set-up phase listens on a socket only, and must not count as ready.
docker_psql() {
  PGPASSWORD=$POSTGRES_SUPERUSER_PASSWORD docker exec -i -e PGPASSWORD "$(container postgres)" \
    psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -U postgres "$@" 9>&-
}

docker_stop() {
  docker_running "$1" || return 0
  say "Stopping the $1 container ..."
  docker stop -t 60 "$(container "$1")" >/dev/null 9>&-
}

docker_kill() { docker kill "$(container "$1")" >/dev/null 2>&1 9>&- || true; }

docker_reset() {
  docker rm -f "$(container "$1")" >/dev/null 2>&1 9>&- || true
  docker volume rm -f "$(container "$1")" >/dev/null 2>&1 9>&- || true
}
