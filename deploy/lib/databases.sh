# shellcheck shell=bash
# One database per service with three roles: the migrator owns it, the runtime lives under row-level security,
# the daemon reads every authority's events and the server's statistics.

# The daemon may hold its leader's lock in an open transaction for as long as it lives, so only the others get a timeout.
role_sql() {
  local database=$1 kind=$2 options=$3 timeout=$4
  local role=${database}_$kind secret=SECRET_${database}_$kind
  cat <<SQL
SELECT 'CREATE ROLE $role' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$role') \gexec
ALTER ROLE $role LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE $options PASSWORD '${!secret}';
ALTER ROLE $role SET timezone = 'UTC';
ALTER ROLE $role SET idle_in_transaction_session_timeout = '$timeout';
SQL
}

database_sql() {
  local database=$1
  printf "SET client_min_messages = 'warning';\n"
  role_sql "$database" migrator NOBYPASSRLS 60s
  role_sql "$database" runtime NOBYPASSRLS 60s
  role_sql "$database" daemon BYPASSRLS 0
  cat <<SQL
GRANT pg_read_all_stats TO ${database}_daemon;
SELECT 'CREATE DATABASE $database OWNER ${database}_migrator' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '$database') \gexec
ALTER DATABASE $database OWNER TO ${database}_migrator;
ALTER DATABASE $database SET timezone = 'UTC';
REVOKE ALL ON DATABASE $database FROM PUBLIC;
GRANT CONNECT ON DATABASE $database TO ${database}_runtime, ${database}_daemon;
SQL
}

provision_databases() {
  local database problem
  problem=$(for database in $DATABASES; do database_sql "$database"; done | postgres_admin 2>&1 >/dev/null) ||
    die "PostgreSQL runs but its databases could not be prepared: ${problem%%$'\n'*}. To begin with empty data: deploy/infra reset postgres"
}

postgres_admin() {
  if [ "$MODE" = docker ]; then docker_psql "$@"; else postgres_sql "$@"; fi
}
