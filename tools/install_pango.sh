#!/usr/bin/env bash
# Install what draws Thai text in PDF documents: Pango with its Thai line breaks. Needs root on Debian.
set -euo pipefail
command -v dpkg-query >/dev/null || exit 0 # on other systems by hand
missing=()
for package in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libthai0; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done

[ "${#missing[@]}" -eq 0 ] && exit 0
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}"
