#!/usr/bin/env bash
# Install the programs that judge our output: web servers as hosts use them, an office, Java and Node with what comes
# from npm (tools/judges/package.json, into .judges/). Needs root on Debian.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
packages=()
# Each program is looked for by itself: need PROGRAM PACKAGE…
need() {
  PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null || packages+=("${@:2}")
}
need nginx nginx-light
need apache2 apache2
need soffice libreoffice-calc
[ -e /usr/lib/libreoffice/program/libswlo.so ] || packages+=(libreoffice-writer)
need java default-jre-headless
need node nodejs
need npm npm

install_packages() {
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
}
[ "${#packages[@]}" -eq 0 ] || install_packages

judges="$here/../.judges"
if ! cmp -s "$here/judges/package.json" "$judges/installed.json"; then
  rm -rf "$judges"
  mkdir -p "$judges"
  cp "$here/judges/package.json" "$judges"
  # No program of a package runs here, and no browser is fetched: Lighthouse drives the one that is there.
  (cd "$judges" && npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error)
  cp "$here/judges/package.json" "$judges/installed.json"
fi
