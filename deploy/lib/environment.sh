# shellcheck shell=bash
# Secrets are made once per state directory; infra.env tells everybody else how to reach what runs.

RABBITMQ_VHOST=casecoordination
RABBITMQ_USER=casecoordination
RABBITMQ_ADMIN_USER=administrator

secret_names() {
  local database kind
  printf 'POSTGRES_SUPERUSER_PASSWORD RABBITMQ_PASSWORD RABBITMQ_ADMIN_PASSWORD '
  for database in $DATABASES; do
    for kind in migrator runtime daemon; do printf 'SECRET_%s_%s ' "$database" "$kind"; done
  done
}

load_secrets() {
  local file=$STATE/secrets.env name
  # shellcheck source=/dev/null
  [ ! -e "$file" ] || . "$file" 2>/dev/null || die "$file cannot be read; it belongs to the user who created it."
  for name in $(secret_names); do
    [ -n "${!name:-}" ] || printf -v "$name" '%s' "$(random_secret)"
  done
  (umask 077 && for name in $(secret_names); do printf '%s=%s\n' "$name" "${!name}"; done >"$file.new")
  mv -f -- "$file.new" "$file"
}

npgsql() { printf 'Host=127.0.0.1;Port=%s;Database=%s;Username=%s;Password=%s' "$POSTGRES_PORT" "$1" "$2" "$3"; }

infra_environment() {
  local database kind secret
  assign CASECOORDINATION_STATE "$STATE"
  assign CASECOORDINATION_INFRA "$MODE"
  assign POSTGRES_HOST 127.0.0.1
  assign POSTGRES_PORT "$POSTGRES_PORT"
  assign POSTGRES_SUPERUSER "$(npgsql postgres postgres "$POSTGRES_SUPERUSER_PASSWORD")"
  assign RABBITMQ_HOST 127.0.0.1
  assign RABBITMQ_PORT "$RABBITMQ_PORT"
  assign RABBITMQ_VHOST "$RABBITMQ_VHOST"
  assign RABBITMQ_USER "$RABBITMQ_USER"
  assign RABBITMQ_PASSWORD "$RABBITMQ_PASSWORD"
  assign RABBITMQ_URL "amqp://$RABBITMQ_USER:$RABBITMQ_PASSWORD@127.0.0.1:$RABBITMQ_PORT/$RABBITMQ_VHOST"
  assign RABBITMQ_ADMIN_USER "$RABBITMQ_ADMIN_USER"
  assign RABBITMQ_ADMIN_PASSWORD "$RABBITMQ_ADMIN_PASSWORD"
  assign RABBITMQ_ADMIN_URL "amqp://$RABBITMQ_ADMIN_USER:$RABBITMQ_ADMIN_PASSWORD@127.0.0.1:$RABBITMQ_PORT"
  assign RABBITMQ_MANAGEMENT_URL "http://127.0.0.1:$RABBITMQ_MANAGEMENT_PORT"
  for database in $DATABASES; do
    for kind in migrator runtime daemon; do
      secret=SECRET_${database}_$kind
      assign "$(printf '%s_%s' "$database" "$kind" | tr '[:lower:]' '[:upper:]')" "$(npgsql "$database" "${database}_$kind" "${!secret}")"
    done
  done
}

# Single quotes: readable by a shell and by any program that strips them.
assign() { printf "%s='%s'\n" "$1" "$2"; }

write_infra_environment() {
  (umask 077 && infra_environment >"$STATE/infra.env.new")
  mv -f -- "$STATE/infra.env.new" "$STATE/infra.env"
}
