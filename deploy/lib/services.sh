# shellcheck shell=bash
# The .NET processes of a node: the issuer, and every service once per replica.

AUTHORITIES=${CC_AUTHORITIES:-XA-SMA,MSA-FMA,XB-DAC,MSB-KNA}
ISSUER_PORT=${CC_ISSUER_PORT:-5100}
ISSUER_URL=http://127.0.0.1:$ISSUER_PORT

service_names() { awk 'NF { print $1 }' <<<"$SERVICES"; }
service_project() { awk -v name="$1" '$1 == name { print $2 }' <<<"$SERVICES"; }

service_port() {
  local name=$1 replica=$2 override
  override=CC_$(variable_name "$name")_PORT
  printf '%s' $((${!override:-$(awk -v name="$name" '$1 == name { print $3 }' <<<"$SERVICES")} + (replica - 1) * 100))
}

service_url() { printf 'http://127.0.0.1:%s' "$(service_port "$1" "${2:-1}")"; }

service_assembly() {
  local project
  project=$(service_project "$1")
  printf '%s' "$ROOT/services/$project/bin/Release/net10.0/CaseCoordination.$project.dll"
}

# The server grants 300 connections to the whole node: each process gets its share, a quarter of it for the daemon.
connection() {
  local name=$1 kind=$2 variable share
  variable=$(variable_name "$name")_$(variable_name "$kind")
  share=$((240 / ($(service_names | wc -l) * REPLICAS)))
  if [ "$kind" = daemon ]; then share=$((share / 4)); else share=$((share * 3 / 4)); fi
  printf '%s;Maximum Pool Size=%s;Application Name=%s' "${!variable}" "$share" "$name"
}

# Enciphers the webhooks' secrets; it stays with the data, or they could not be read again.
webhook_key() {
  local file=$STATE/webhook-key
  [ -s "$file" ] || (umask 077 && head -c 32 /dev/urandom | base64 >"$file")
  cat "$file"
}

service_environment() {
  local name=$1
  SERVICE_ENV=(
    DOTNET_ENVIRONMENT=Development
    "ConnectionStrings__Migrator=$(connection "$name" migrator)"
    "ConnectionStrings__Runtime=$(connection "$name" runtime)"
    "ConnectionStrings__Daemon=$(connection "$name" daemon)"
    "ConnectionStrings__Broker=$RABBITMQ_URL"
    "Node__Authorities=$AUTHORITIES"
    "Security__Issuer=$ISSUER_URL"
  )
  case $name in
    treaty-registry) SERVICE_ENV+=("Registry__Instruments=$ROOT/deploy/instruments") ;;
    data-sharing)
      SERVICE_ENV+=(
        "Requests__Forms=$ROOT/deploy/instruments/forms"
        "Records__Schemas=$ROOT/deploy/records"
        "Packages__Vault=$STATE/packages"
        "Packages__Nodes__Default=$(service_url data-sharing)"
        "Webhooks__Key=$(webhook_key)"
        Webhooks__AllowLoopback=true
      )
      ;;
    enforcement-actions)
      # A demonstration does not wait a minute between cut-off and T-0, and plays the venue that freezes an account.
      [ -z "${CC_SHORTEST_HOLD:-}" ] || SERVICE_ENV+=("Actions__ShortestHold=$CC_SHORTEST_HOLD")
      [ -z "${CC_DEMO_VENUE_URL:-}" ] || SERVICE_ENV+=(
        Measures__AllowLoopback=true
        "Connectors__XA-SMA__custodian__Url=$CC_DEMO_VENUE_URL"
        "Connectors__XA-SMA__custodian__Secret=$CC_DEMO_VENUE_SECRET"
      )
      ;;
    case-intake) SERVICE_ENV+=("Exhibits__Directory=$STATE/exhibits") ;;
  esac
}

# What the user's shell may carry would change where a service listens or what it believes to be.
unset ASPNETCORE_ENVIRONMENT ASPNETCORE_URLS ASPNETCORE_HTTP_PORTS ASPNETCORE_HTTPS_PORTS DOTNET_URLS

require_free() {
  local instance=$1 port=$2
  ! port_taken "$port" || die "port $port ($instance) is taken by $(port_holder "$port"). Stop that, or choose another: CC_$(variable_name "$instance")_PORT=PORT deploy/up"
}

require_service_ports() {
  local name replica
  require_free issuer "$ISSUER_PORT"
  for ((replica = 1; replica <= REPLICAS; replica++)); do
    for name in $(service_names); do require_free "$name" "$(service_port "$name" "$replica")"; done
  done
}

start_issuer() {
  start_instance issuer "$ISSUER_URL" "$ROOT/deploy/DevelopmentIssuer/bin/Release/net10.0/CaseCoordination.DevelopmentIssuer.dll" \
    DOTNET_ENVIRONMENT=Development "Issuer__KeyFile=$STATE/issuer-key.pem"
}

# Who hears the registry listens before it speaks: what it announces before a queue is there reaches that service never.
start_services() {
  local name replica registry=treaty-registry
  for ((replica = 1; replica <= REPLICAS; replica++)); do
    for name in $(service_names); do [ "$name" = "$registry" ] || start_service "$name" "$replica"; done
  done
  wait_ready
  for ((replica = 1; replica <= REPLICAS; replica++)); do start_service "$registry" "$replica"; done
  wait_ready
}

start_service() {
  local name=$1 replica=$2 suffix=''
  [ "$replica" -eq 1 ] || suffix=.$replica
  service_environment "$name"
  start_instance "$name$suffix" "$(service_url "$name" "$replica")" "$(service_assembly "$name")" "${SERVICE_ENV[@]}"
}

migrate_services() {
  local name failed=''
  for name in $(service_names); do
    service_environment "$name"
    env "${SERVICE_ENV[@]}" dotnet "$(service_assembly "$name")" migrate </dev/null >"$LOGS/$name.migration.log" 2>&1 8>&- ||
      { failed=$name; break; }
    say "  $name: database is up to date"
  done
  [ -z "$failed" ] || die "the migration of $failed failed: $(last_error_of "$LOGS/$failed.migration.log" 'xception|rror|fail|crit'). See $LOGS/$failed.migration.log; to begin with empty data: deploy/up --reset"
}
