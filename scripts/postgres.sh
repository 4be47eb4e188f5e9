#!/bin/sh
# A throw-away PostgreSQL (15 or newer) for the tests, with a cluster, a port and a password of its own.
#
#   scripts/postgres.sh start FOLDER   install it if it is missing, start it, print its address
#   scripts/postgres.sh stop FOLDER    end it and remove the folder
#
# Both may be called again and again. Missing programs are installed from Debian's packages, by root only.
# Exit code 3, with one line that says why, where PostgreSQL cannot be had.
set -eu

fail() { echo "postgres.sh: $1" >&2; exit 3; }

programs() {
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn) "$(dirname "$(command -v initdb || echo /none/initdb)")"; do
        version=$("$folder/postgres" --version 2>/dev/null | sed 's/[^0-9]*\([0-9]*\).*/\1/')
        if [ "${version:-0}" -ge 15 ] && [ -x "$folder/initdb" ]; then echo "$folder"; return; fi
    done
}

install() {
    [ "$(id -u)" = 0 ] || fail "PostgreSQL 15 is not installed, and only root can install it (apt-get install postgresql)"
    command -v apt-get >/dev/null || fail "PostgreSQL 15 is not installed, and there is no apt-get to install it with"
    # no cluster of the system's own is wanted
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
    "$(dirname "$0")/packages.sh" postgresql || fail "PostgreSQL could not be installed (apt-get install postgresql failed)"
}

# PostgreSQL refuses to run as root.
as_owner() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

running() { [ -d "$1/data" ] && [ -n "$bin" ] && as_owner "$bin/pg_ctl" -D "$1/data" status >/dev/null 2>&1; }

make_cluster() {
    mkdir -p "$1"
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    (umask 077; echo "$password" > "$1/password")
    [ "$(id -u)" != 0 ] || chown -R postgres "$1"
    as_owner "$bin/initdb" -D "$1/data" -U ledger -A scram-sha-256 --pwfile="$1/password" -E UTF8 --locale=C.UTF-8 >"$1/initdb.log" 2>&1 ||
        fail "no cluster could be made: $(tail -1 "$1/initdb.log")"
}

serve() {
    tries=0
    while [ $tries -lt 10 ]; do
        port=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 12000))
        options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=50"
        if as_owner "$bin/pg_ctl" -D "$1/data" -l "$1/data/server.log" -o "$options" -w -t 30 start >/dev/null 2>&1; then
            echo "postgresql://ledger:$(cat "$1/password")@127.0.0.1:$port/postgres" > "$1/address"
            return
        fi
        tries=$((tries + 1))
    done
    fail "it did not start: $(tail -1 "$1/data/server.log" 2>/dev/null)"
}

[ $# = 2 ] || { sed -n '3,7s/^# *//p' "$0" >&2; exit 2; }
action=$1
case $2 in /*) folder=$2 ;; *) folder=$PWD/$2 ;; esac
bin=$(programs)

case $action in
    start)
        if running "$folder" && [ -s "$folder/address" ]; then cat "$folder/address"; exit 0; fi
        if [ -z "$bin" ]; then install; bin=$(programs); fi
        [ -n "$bin" ] || fail "the packages here have no PostgreSQL 15 or newer"
        [ -d "$folder/data" ] || make_cluster "$folder"
        serve "$folder"
        cat "$folder/address"
        ;;
    stop)
        if running "$folder"; then as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null; fi
        if [ -f "$folder/password" ]; then rm -rf "$folder"; fi
        ;;
    *) fail "start or stop, not $action" ;;
esac
