# shellcheck shell=bash
# What the user sees once the node is up, and the demo.

show_addresses() {
  local entry
  printf '\nAddresses\n'
  for entry in "${INSTANCES[@]}"; do printf '  %-20s%s\n' "${entry% *}" "${entry#* }"; done
  printf '\nAccounts: name, authority, roles, groups\n'
  curl -fsS --max-time 5 -H 'accept: text/plain' "$ISSUER_URL/accounts" | sed 's/^/  /'
  cat <<TEXT

A token for an account, and a call with it:
  TOKEN=\$(curl -s $ISSUER_URL/token -d account=xa-officer | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
  curl -s $(service_url case-intake)/api/cases -H "Authorization: Bearer \$TOKEN"

Logs: $LOGS

TEXT
}

# run_demo ARGUMENT...: the matter that was asked for is passed on.
run_demo() {
  local demo=$ROOT/deploy/Demo/bin/Release/net10.0/CaseCoordination.Demo.dll
  [ -r "$demo" ] || die "the demo is not built: run deploy/up without --no-build."
  [ -z "$MATTER" ] || set -- "$@" --matter "$MATTER"
  (cd "$ROOT" && ISSUER_URL=$ISSUER_URL CASE_INTAKE_URL=$(service_url case-intake) \
    DATA_SHARING_URL=$(service_url data-sharing) ENFORCEMENT_ACTIONS_URL=$(service_url enforcement-actions) \
    ACCESS_POINT_URL=$(service_url access-point) \
    TREATY_REGISTRY_URL=$(service_url treaty-registry) CC_DEMO_FAULT=$ROOT/deploy/fault dotnet "$demo" "$@" </dev/null 8>&-)
}

# A matter that cannot be told is said so before anything is started for it.
check_matter() { run_demo --check || exit 1; }

tell_story() {
  local code=0
  run_demo || code=$?
  [ "$code" -eq 0 ] || say "The demo ended with exit code $code; the services' logs are in $LOGS."
  return "$code"
}

run_command() {
  (cd "$ROOT" && ISSUER_URL=$ISSUER_URL CASE_INTAKE_URL=$(service_url case-intake) \
    DATA_SHARING_URL=$(service_url data-sharing) ENFORCEMENT_ACTIONS_URL=$(service_url enforcement-actions) \
    ACCESS_POINT_URL=$(service_url access-point) \
    TREATY_REGISTRY_URL=$(service_url treaty-registry) POSTGRES_SUPERUSER=$POSTGRES_SUPERUSER RABBITMQ_URL=$RABBITMQ_URL \
    CASECOORDINATION_STATE=$STATE bash -c "$COMMAND" </dev/null 8>&-)
}
