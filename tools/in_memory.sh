#!/usr/bin/env bash
# Runs a command with its temporary files in memory, where there is room; they are gone when it ends.
# Tests write some hundred thousand small files, up to 3 GB at a time; a slow disk would set their pace.
set -uo pipefail
room() { df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }'; }
free() { awk '/^MemAvailable/ { print $2 }' /proc/meminfo 2>/dev/null; }
if [[ -w /dev/shm && $(room) -gt 6000000 && $(free) -gt 10000000 ]]; then
  TMPDIR=$(mktemp -d /dev/shm/prongsai-tests.XXXXXX) && export TMPDIR || exit 1
  chmod 755 "$TMPDIR"  # as /tmp is: servers that judges run as another user read what is in it
  # Sites that all tests of the command read, see tests/once.py; a command within another has those of that one.
  export MADE_ONCE="${MADE_ONCE:-$TMPDIR/once}"
  trap 'rm -rf "$TMPDIR"' EXIT
fi
unset PYTHONDONTWRITEBYTECODE  # else each of the many processes that tests start compiles all modules again
"$@"
