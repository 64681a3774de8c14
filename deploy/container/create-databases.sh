#!/bin/bash
# Run once by the PostgreSQL image when its volume is empty: the same databases and roles as deploy/infra makes.
set -euo pipefail
# shellcheck source=../lib/databases.sh
. /opt/casecoordination/databases.sh
for database in $DATABASES; do database_sql "$database"; done | psql -X -q -v ON_ERROR_STOP=1 -U postgres
