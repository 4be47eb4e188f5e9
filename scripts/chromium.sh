#!/bin/sh
# Prints the path of a Chromium for the browser tests, installing Debian's package where it is missing and root asks.
# Exit code 3, with one line that says why, where there is none.
set -eu

fail() { echo "chromium.sh: $1" >&2; exit 3; }
found() { command -v chromium || command -v chromium-browser || command -v google-chrome || true; }

program=$(found)
if [ -z "$program" ]; then
    [ "$(id -u)" = 0 ] || fail "no Chromium is installed, and only root can install it (apt-get install chromium)"
    command -v apt-get >/dev/null || fail "no Chromium is installed, and there is no apt-get to install it with"
    "$(dirname "$0")/packages.sh" chromium || fail "Chromium could not be installed"
    program=$(found)
fi
[ -n "$program" ] || fail "the packages here have no Chromium"
echo "$program"
