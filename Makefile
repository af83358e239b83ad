# 支部台账 zhibu：make run 打开示例看板，make help 列出全部目标。
# On Debian every target installs what it needs; only git, make and the Swift 6.3 toolchain must be there before.

.DEFAULT_GOAL := help
SHELL := /bin/bash
PREFIX ?= /usr/local
ZSH_FUNCTIONS ?= $(PREFIX)/share/zsh/site-functions
RELEASE := -c release --static-swift-stdlib --explicit-target-dependency-import-check error
# A program of 62 MB instead of 97, of which 2 to 4 MB less are resident (Documentation/DECISIONS.md, 2026-11-23).
ifeq ($(shell uname),Linux)
LINKED := -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic \
	-Xswiftc -Xfrontend -Xswiftc -function-sections
# What a start runs stands side by side (Documentation/DECISIONS.md, 2026-11-29).
# The C++ library, which cryptography asks for, comes along: a start touches 35 pages less (2026-12-01).
STATIC := .build/static/libstdc++.a
RELEASE += $(LINKED) -Xswiftc -L$(CURDIR)/$(dir $(STATIC)) -Xlinker -s -Xlinker --symbol-ordering-file=$(CURDIR)/Scripts/functions.order \
	-Xlinker --no-warn-symbol-ordering

# In a folder where nothing else is, for elsewhere the linker finds the shared one first.
$(STATIC): | dependencies
	mkdir -p $(@D)
	ln -sf "$$(dpkg -L libstdc++-12-dev | grep '/$(@F)$$')" $@
endif
# Where Swift puts a release build, and the program in it.
PROGRAM := .build/release/zhibu
SOURCES := $(shell find Sources -name '*.swift' -o -name '*.[ch]') Package.swift Scripts/functions.order
# Debian packages: what the sources include, what the Swift toolchain links with, and what it runs on itself.
PACKAGES := libncurses-dev libsqlite3-dev libminizip-dev zlib1g-dev libexpat1-dev libxlsxwriter-dev libgsf-1-114 libpangocairo-1.0-0 fonts-wqy-zenhei poppler-utils libpq5 postgresql-15 python3 binutils libc6-dev libstdc++-12-dev libcurl4 libxml2 libz3-4 tzdata
# Sets $as_root for the rest of a recipe's line; without sudo it says what root has to run.
AS_ROOT := as_root=; [ "$$(id -u)" = 0 ] || { as_root=sudo; command -v sudo >/dev/null || \
	{ echo '没有 sudo：请由 root 运行 make dependencies / no sudo: let root run “make dependencies”'; exit 1; }; }
# Without an index of what is compiled, which only editors and a search for XCTest cases need, a fifth less is to do; with as many
# files at one go as there are, instead of 25, each module is read once a core instead of a dozen times (Documentation/DECISIONS.md,
# 2026-12-01).
TESTED := --enable-swift-testing --disable-xctest --disable-index-store -Xswiftc -driver-batch-size-limit -Xswiftc 1000
TESTS ?=

.PHONY: help run server build test quick golden screenshots lint format bench order floor install uninstall deb deb-check clean dependencies

## help: 列出全部目标 / list the targets
help:
	@sed -n 's/^## //p' Makefile

## run: 编译并打开龙凤镇示例看板 / build, and open the dashboard on the sample town
run: $(PROGRAM)
	@ZHIBU_ASSETS=assets $(PROGRAM) demo

## server: 试用服务器：三个乡镇的县，用完即删 / play with a server: a county of three towns, gone afterwards
server: $(PROGRAM)
	@ZHIBU_ASSETS=assets Scripts/play-server.sh $(PROGRAM) assets/longfeng

## build: 编译 / build
build: $(PROGRAM)

$(PROGRAM): $(SOURCES) | dependencies $(STATIC)
	@# Swift does not see that the order of functions has changed.
	@[ ! Scripts/functions.order -nt $@ ] || rm -f $@
	@[ -e $@ ] || echo '第一次编译约要三分钟，之后只编译改过的 / the first build takes about three minutes, later ones only what changed' >&2
	swift build $(RELEASE) --product zhibu
	@touch $@

## test: 运行全部测试；TESTS=名称 只运行一部分 / run the tests
test: dependencies
	swift test $(TESTED) --explicit-target-dependency-import-check error $(if $(TESTS),--filter '$(TESTS)')

## quick: 只运行快的那部分测试：规则、台账、文件、终端，编译后几秒 / run the fast part of the tests: rules, ledger, files, terminal
quick: TESTS := ^(PartyWork|ChineseNames|Papers|Ledger|Exchange|TerminalUI|CursesTerminal|Architecture)Tests[.]
quick: test

## golden: 重写各屏的样本、KEYS.md、手册页和测速用的语句，改动见 git diff / write the kept frames, KEYS.md, the manual page and live.sql anew
golden: dependencies
	ZHIBU_GOLDEN=write swift test $(TESTED) --filter 'DashboardTests|LiveStatementTests|ManualTests'

## screenshots: 重画 README 里的图（同 golden）/ draw the README's pictures anew
screenshots: golden

## lint: 检查代码格式 / check the format
lint:
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

## format: 整理代码格式 / format the sources
format:
	swift format format --in-place --parallel --recursive Sources Tests Package.swift

## bench: 与最低开销程序对比的性能表 / performance as ratios against the floor
bench: $(PROGRAM) floor
	python3 Benchmarks/bench.py --program $(PROGRAM) --floor .build/bench/floor

## order: 重写函数的次序（要有 valgrind，约三分钟）/ write anew which functions stand side by side (needs valgrind, three minutes)
order: dependencies
	@mkdir -p .build/order
	swift build -c release --static-swift-stdlib $(LINKED) -Xlinker -Map=$(CURDIR)/.build/order/map --scratch-path .build/order --product zhibu
	python3 Scripts/order-functions.py .build/order/release/zhibu .build/order/map Scripts/functions.order

floor: .build/bench/floor

.build/bench/floor: Benchmarks/floor/floor.swift Benchmarks/floor/floor.h | dependencies
	@mkdir -p $(@D)
	swiftc -O -static-stdlib -module-cache-path .build/bench/modules -I Benchmarks/floor -o $@ $<

## install: 安装到 PREFIX（默认 /usr/local）/ install below PREFIX
install: $(PROGRAM)
	install -D -s -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/zhibu
	install -d $(DESTDIR)$(PREFIX)/share/zhibu/longfeng
	install -m 644 assets/longfeng/*.csv $(DESTDIR)$(PREFIX)/share/zhibu/longfeng
	install -m 644 assets/published.csv $(DESTDIR)$(PREFIX)/share/zhibu/published.csv
	install -m 644 Documentation/HANDBOOK.md $(DESTDIR)$(PREFIX)/share/zhibu/HANDBOOK.md
	install -d $(DESTDIR)$(PREFIX)/share/zhibu/server
	install -m 644 assets/server/zhibu-backup.service assets/server/zhibu-backup.timer $(DESTDIR)$(PREFIX)/share/zhibu/server
	for system in assets/systems/*; do \
		folder="$(DESTDIR)$(PREFIX)/share/zhibu/systems/$$(basename "$$system")"; \
		install -d "$$folder" && install -m 644 "$$system"/*.csv "$$folder" || exit 1; \
	done
	install -D -m 644 Documentation/zhibu.1 $(DESTDIR)$(PREFIX)/share/man/man1/zhibu.1
	install -D -m 644 Documentation/zhibu.en.1 $(DESTDIR)$(PREFIX)/share/man/en/man1/zhibu.1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(ZSH_FUNCTIONS) \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(PROGRAM) --generate-completion-script bash | sed '1{/^#!/d}' > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/zhibu
	$(PROGRAM) --generate-completion-script zsh > $(DESTDIR)$(ZSH_FUNCTIONS)/_zhibu
	$(PROGRAM) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/zhibu.fish

## uninstall: 卸载，台账不动 / remove what install put there; ledgers stay
uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/zhibu $(DESTDIR)$(PREFIX)/share/zhibu \
		$(DESTDIR)$(PREFIX)/share/man/man1/zhibu.1 $(DESTDIR)$(PREFIX)/share/man/en/man1/zhibu.1 \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/zhibu \
		$(DESTDIR)$(ZSH_FUNCTIONS)/_zhibu \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/zhibu.fish

## deb: 做成 Debian 软件包 .build/zhibu_版本_*.deb，没有 Swift 的机器也能装 / make the Debian package
deb: $(PROGRAM)
	@command -v dh >/dev/null && command -v lintian >/dev/null || { $(AS_ROOT); \
		$$as_root apt-get update && $$as_root apt-get install -y --no-install-recommends debhelper lintian; } >&2
	rm -f .build/zhibu_*.deb
	debian/rules binary clean
	lintian --fail-on error,warning .build/zhibu_*.deb

## deb-check: 在空白的 Debian 里装上、用一下、卸掉（要 root，约两分钟）/ install, use and remove the package in a bare Debian (needs root)
deb-check: deb
	@command -v debootstrap >/dev/null || { $(AS_ROOT); $$as_root apt-get install -y --no-install-recommends debootstrap; } >&2
	Scripts/check-package.sh .build/zhibu_*.deb

## clean: 删除编译结果 / remove what was built
clean:
	rm -rf .build

# Looks for one file of each package, so that other systems pass where they have the same headers.
dependencies:
	@if ! command -v swift >/dev/null; then \
		echo '未找到 swift：请先安装 Swift 6.3（https://www.swift.org/install/linux/）。'; \
		echo 'swift not found: install Swift 6.3 first (https://www.swift.org/install/linux/).'; exit 1; \
	fi >&2
	@if [ "$$(uname)" = Linux ] && ! { [ -e /usr/include/ncurses.h ] && [ -e /usr/include/sqlite3.h ] && \
		[ -e /usr/include/minizip/unzip.h ] && [ -e /usr/include/expat.h ] && \
		[ -e /usr/include/xlsxwriter.h ] && ls /usr/lib/*/libgsf-1.so.114 /usr/lib/*/libpangocairo-1.0.so.0 >/dev/null 2>&1 && \
		ls /usr/lib/*/libpq.so.5 >/dev/null 2>&1 && [ -x /usr/lib/postgresql/15/bin/initdb ] && \
		command -v pdftotext >/dev/null && [ -n "$$(fc-list :lang=zh-cn family)" ] && \
		[ -e /usr/include/stdlib.h ] && command -v ld >/dev/null && ls -d /usr/include/c++/* >/dev/null 2>&1 && \
		swift package --version >/dev/null 2>&1; }; then \
		if command -v apt-get >/dev/null; then \
			echo '正在安装编译所需的软件包 / installing what the build needs: $(PACKAGES)'; \
			$(AS_ROOT); \
			$$as_root apt-get update && \
				$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(PACKAGES); \
		else \
			echo '缺少编译所需的软件包，请安装 ncurses、SQLite 3、minizip、expat、libxlsxwriter 的开发文件、libgsf、pango、poppler-utils、PostgreSQL 15、一种中文字体和 C++ 编译环境，再运行 make。'; \
			echo 'Missing: development files of ncurses, SQLite 3, minizip, expat and libxlsxwriter, libgsf, pango, poppler-utils, PostgreSQL 15, a font with Chinese, binutils, a C and C++ library. Then run make again.'; \
			exit 1; \
		fi; \
	fi >&2
