#!/usr/bin/env bash
# What the GitHub action runs. Words come in variables, one a line, so that nothing in them is read as a command.
set -uo pipefail
words() { while IFS= read -r line; do [ -z "$line" ] || printf '%s\0' "$line"; done <<<"$1"; }
mapfile -d '' -t args < <(words "${ZONEWRIGHT_ARGS:-}")
mapfile -d '' -t paths < <(words "${ZONEWRIGHT_PATHS:-}")
zonewright() { node "${GITHUB_ACTION_PATH:?}/dist/cli.js" check ${args[@]+"${args[@]}"} "$@" -- ${paths[@]+"${paths[@]}"}; }
status=0
if [ -n "${ZONEWRIGHT_SARIF:-}" ]; then
  # What can't be read is no reason to keep the rest from the annotations.
  zonewright --format sarif --fail-on none --output-file "$ZONEWRIGHT_SARIF" || status=$?
fi
zonewright --format github --fail-on "${ZONEWRIGHT_FAIL_ON:-error}"
found=$?
exit $((status > found ? status : found))
