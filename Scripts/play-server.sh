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
# At once: nothing of it is kept, and writing it down takes seconds.
stop() {
    (cd "$folder" && $as $binaries/pg_ctl -D data -m immediate stop >/dev/null 2>&1) || true
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
# Officers of the first town, each with a login; the server keeps their rights.
first="postgresql:///county?host=$folder&town=422801100"
officer() {
    # In the year of the sample already, in which it is looked at.
    "$program" officer add "$1" --role "$2" --name "$3" --scope "$4" --from 2016-01-01 --database "$first&user=$5" >/dev/null
}
officer guan 管理员 管账号 422801100 postgres
officer ban 党建办 党建办 422801100 guan
officer dian 支部书记 店子槽书记 422801100211 guan
officer cha 查阅 来访 422801100 guan
echo '两个邻镇没有经办人，谁都能打开 / two neighbours without officers, open to anybody:'
"$program" server town --database "$server" | sed "1d; s|.*|  zhibu demo --database '&'|"
echo '龙凤镇有四名经办人，各用各的登录名 / the first town has four officers, each with a login:'
for login in guan ban dian cha; do echo "  zhibu demo --database '$first&user=$login'"; done
if [ -t 0 ] && [ -t 1 ]; then
    "$program" demo --database "$first&user=ban" || true
    echo '按回车停止服务器并删除 / Enter ends the server'
    read -r answer || true
fi
