#!/bin/sh
# Installs Debian packages (as root). Two test workers may ask at once, and apt has one lock: the second waits for the first.
set -eu
export DEBIAN_FRONTEND=noninteractive
lock=
if command -v flock >/dev/null; then lock="flock --close /tmp/promissory-packages.lock"; fi
$lock sh -c 'apt-get update && apt-get install -y --no-install-recommends -o Dpkg::Options::=--force-confold "$@"' apt "$@" >&2
