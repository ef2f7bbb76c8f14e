#!/usr/bin/env bash
# Makes the certificates of the misbehaving server again. They are for tests alone and nobody trusts them.
set -euo pipefail
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
key server.key
touch "$scratch/index.txt"
cat > "$scratch/ca.cnf" <<END
[ca]
default_ca = test
[test]
dir = $scratch
database = $scratch/index.txt
new_certs_dir = $scratch
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[issuer]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[names]
subjectAltName = \${ENV::NAMES}
END
sign() { # file, subject, names, key, from, to, further options
  openssl req -new -key "$4" -subj "/CN=$2" -out "$scratch/$1.csr"
  NAMES=$3 openssl ca -batch -config "$scratch/ca.cnf" -in "$scratch/$1.csr" -out "$scratch/$1.new" -notext \
    -startdate "$5" -enddate "$6" "${@:7}"
  openssl x509 -in "$scratch/$1.new" -out "$scratch/$1.pem"
}
first=20200101000000Z past=20210101000000Z last=21200101000000Z
for one in authority stranger_authority; do
  key "$scratch/$one.key"
  sign "$one" "$one for tests" DNS:none "$scratch/$one.key" $first $last \
    -selfsign -keyfile "$scratch/$one.key" -extensions issuer
done
ca=(-cert "$scratch/authority.pem" -keyfile "$scratch/authority.key")
stranger=(-cert "$scratch/stranger_authority.pem" -keyfile "$scratch/stranger_authority.key")
alone=(-selfsign -keyfile server.key)
sign good good.test DNS:good.test server.key $first $last "${ca[@]}"
sign expired good.test DNS:good.test server.key $first $past "${ca[@]}"
sign other other.test DNS:other.test server.key $first $last "${ca[@]}"
sign stranger good.test DNS:good.test server.key $first $last "${stranger[@]}"
sign self_signed good.test DNS:good.test server.key $first $last "${alone[@]}"
sign self_signed_expired good.test DNS:good.test server.key $first $past "${alone[@]}"
cp "$scratch"/{authority,good,expired,other,stranger,self_signed,self_signed_expired}.pem .
