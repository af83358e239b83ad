#!/usr/bin/env bash
# check-package.sh FILE.deb: installs the package in a bare Debian 12 made for it, tries it as an officer would, removes it again, and says
# what it leaves behind. Needs root and the network.
set -euo pipefail
package=$(realpath "$1")
root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null; rm -rf "$root" "$root.log"' EXIT
inside() { chroot "$root" env -i PATH=/usr/bin:/usr/sbin:/bin:/sbin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
fail() { echo "check-package: $1" >&2; exit 1; }

debootstrap --variant=minbase bookworm "$root" > "$root.log" 2>&1 || { tail -20 "$root.log" >&2; fail 'debootstrap failed'; }
# Swift takes a program's arguments from /proc.
mount -t proc proc "$root/proc"
files() { (cd "$root" && find . -xdev \( -path ./var -o -path ./tmp -o -path ./root -o -path ./proc -o -path ./etc/ld.so.cache \) -prune -o -print | sort); }

cp "$package" "$root/tmp/zhibu.deb"
inside apt-get -q=2 -o APT::Sandbox::User=root update
# What the package needs stays when it is removed, so that is installed first.
inside apt-get -q=2 -o APT::Sandbox::User=root install --no-install-recommends $(dpkg-deb --field "$package" Depends | sed 's/([^)]*)//g; s/,/ /g') > /dev/null
files > "$root/tmp/before"
inside dpkg --install /tmp/zhibu.deb > /dev/null

inside zhibu --version
inside zhibu --database /tmp/town.db import /usr/share/doc/zhibu/examples/longfeng
inside zhibu --database /tmp/town.db status --as-of 2016-06-30 --format csv | grep -q 422801100211 || fail 'the sample has no figures'
inside zhibu --database /tmp/town.db check
inside zhibu --database /tmp/town.db form month --org 422801100211 --month 2016-05 --output /tmp/month.html
inside zhibu help 搬家 > /dev/null || fail 'the handbook is missing'
printf 'q\n' | inside zhibu --plain demo > /dev/null || fail 'the demo does not open'
for file in man/man1/zhibu.1.gz man/en/man1/zhibu.1.gz bash-completion/completions/zhibu zsh/vendor-completions/_zhibu \
	fish/vendor_completions.d/zhibu.fish; do
	[ -s "$root/usr/share/$file" ] || fail "missing /usr/share/$file"
done

inside dpkg --purge zhibu > /dev/null
left=$(files | diff "$root/tmp/before" - || true)
[ -z "$left" ] || fail "left behind or taken away: $left"
[ -s "$root/tmp/town.db" ] || fail 'the ledger went with the program'
echo 'the package installs, works and leaves nothing but the ledger'
