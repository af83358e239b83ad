#!/bin/sh
# A county of three towns on a server of PostgreSQL of its own, to play with: made in a temporary folder, gone when this ends.
# Called by `make server` with the program and the folder of the sample.
set -eu
program=$1
sample=$2
binaries=/usr/lib/postgresql/15/bin
folder=$(mktemp -d "${TMPDIR:-/tmp}/zhibu-server-XXXXXX")
# PostgreSQL does not run for root.
as=
if [ "$(id -u)" = 0 ]; then
    as="setpriv --reuid=postgres --regid=postgres --clear-groups"
    chown postgres "$folder"
    chmod 755 "$folder"
fi
stop() {
    (cd "$folder" && $as $binaries/pg_ctl -D data -m fast stop >/dev/null 2>&1) || true
    rm -rf "$folder" "$files"
}
files=$(mktemp -d "${TMPDIR:-/tmp}/zhibu-towns-XXXXXX")
trap stop EXIT
trap 'exit 1' INT TERM HUP
(
    cd "$folder"
    $as $binaries/initdb -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
    $as $binaries/pg_ctl -D data -w -l log -o "-c listen_addresses= -c unix_socket_directories=$folder" start >/dev/null
)
server="postgresql:///county?host=$folder&user=postgres"
"$program" server init "$server"
# The sample, and two neighbours made of it by other codes and another name.
for town in "422801100 龙凤镇" "422801901 示例甲镇" "422801902 示例乙镇"; do
    code=${town% *}
    name=${town#* }
    mkdir "$files/$code"
    for file in "$sample"/*.csv; do
        sed "s/422801100/$code/g; s/龙凤镇/$name/g" "$file" >"$files/$code/${file##*/}"
    done
    "$program" --database "$files/$code.db" import "$files/$code" >/dev/null
    "$program" server town add "$code" --database "$server" >/dev/null
    "$program" server adopt "$files/$code.db" --database "$server&town=$code" >/dev/null
done
echo '三个乡镇的地址，在别的终端里也能打开 / the three towns, also for other terminals:'
"$program" server town --database "$server" | sed "s|.*|  zhibu --database '&'|"
if [ -t 0 ] && [ -t 1 ]; then
    "$program" --database "$server&town=422801100" || true
    echo '按回车停止服务器并删除 / Enter ends the server'
    read -r answer || true
fi
