# shellcheck shell=bash
# The SDK: there, of the right version, and leaving no build servers behind.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

require_dotnet() {
  command -v dotnet >/dev/null || die "the .NET 10 SDK is missing: install it and put 'dotnet' on the PATH."
  (cd "$ROOT" && dotnet --version >/dev/null 2>&1) ||
    die "the installed .NET SDK ($(dotnet --list-sdks 2>/dev/null | awk '{ printf "%s%s", s, $1; s = ", " }')) does not satisfy global.json: install the .NET 10 SDK."
}

# Shows one short line per project; the whole output only when something fails.
dotnet_build() {
  local what=$1 log=$2 code=0
  shift 2
  (cd "$ROOT" && dotnet build "$what" -c Release -nologo -tl:off "$@") </dev/null 2>&1 | tee "$log" | sed -un 's/^ *\([^ ]*\) -> .*/  built \1/p' >&2 || code=$?
  [ "$code" -eq 0 ] || { grep -E ': error |error [A-Z]+[0-9]+:' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2; }
  return "$code"
}
