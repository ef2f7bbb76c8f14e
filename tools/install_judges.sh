#!/usr/bin/env bash
# Install the programs that judge our output: web servers as hosts use them. Needs root on Debian.
set -euo pipefail
packages=()
# Each program is looked for by itself: need PROGRAM PACKAGE…
need() {
  PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null || packages+=("${@:2}")
}
need nginx nginx-light
need apache2 apache2
need soffice libreoffice-calc

[ "${#packages[@]}" -eq 0 ] && exit 0
# The tests start the servers themselves, on ports of their own: installing must start no service.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${packages[@]}"
