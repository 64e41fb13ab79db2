# Two commands are enough: `make run` and `make test`. Both install what they need, once.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PORT ?= 8080

# Every version has one home: here, in Cargo.toml, or in tests/e2e/package.json.
TRUNK_VERSION := 0.21.14
FUZZ_VERSION := 0.13.2
DENY_VERSION := 0.20.2
NODE_NEEDED := 20.19
BINDGEN_VERSION := $(shell sed -n 's/^wasm-bindgen = "=\([0-9.]*\)".*/\1/p' Cargo.toml)

CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/fogbridge/tools
TRUNK := $(CACHE)/trunk-$(TRUNK_VERSION)/bin/trunk
BINDGEN := $(CACHE)/wasm-bindgen-$(BINDGEN_VERSION)/bin/wasm-bindgen
FUZZ := $(CACHE)/cargo-fuzz-$(FUZZ_VERSION)/bin/cargo-fuzz
DENY := $(CACHE)/cargo-deny-$(DENY_VERSION)/bin/cargo-deny
NODE_MODULES := tests/e2e/node_modules/.installed
HOSTS := target/hosts

export PATH := $(dir $(TRUNK)):$(dir $(BINDGEN)):$(CURDIR)/tests/e2e/node_modules/.bin:$(PATH)
export TRUNK_SKIP_VERSION_CHECK := true

# The release profile: the standard library is built along, for size, and a panic stops at once. These flags name only
# the wasm target and stay in the recipes that need them, so that native builds, lints and tests keep plain stable. The stack
# has 128 KB where a mebibyte is usual: each page is spared the rest, and addresses are shorter.
SMALL := RUSTC_BOOTSTRAP=1 \
	CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
	CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Clink-arg=-zstack-size=131072'

# What a build is made from: an unchanged tree is not built again.
SOURCES := $(shell find src styles tests/e2e/tools -type f) index.html Trunk.toml Makefile Cargo.toml \
	rust-toolchain.toml tests/e2e/package-lock.json $(wildcard Cargo.lock)
BUILT := target/dist.built
ifeq ($(wildcard dist/index.html),)
$(shell rm -f $(BUILT))
endif

# The address where dist/ will stand, for oembed.json: make dist SITE=https://notes.example. A build for another is another.
SITE :=
export SITE
$(shell mkdir -p target; printf '%s' '$(SITE)' | cmp -s - target/site || printf '%s' '$(SITE)' > target/site)

CONTENT := cargo run --quiet --bin content --

.PHONY: help run dev dist snippet package test test-release check supply advisories twice test-wasm test-e2e test-hosts yew-host size fuzz \
	bench tools browsers coverage help-check clean

help:
	@echo 'make run           build the release and serve it on 127.0.0.1:$(PORT) (another port: make run PORT=8081)'
	@echo 'make dev           build for development, serve, and build again at every change'
	@echo 'make dist          build the release into dist/'
	@echo 'make snippet       what to paste into an article (REGION=GB VIEW=steps LANG_TAG=en BASE=/embed PAGE=… SHEET=…)'
	@echo 'make package       the npm package, into target/package/'
	@echo 'make test          everything that must pass before a change is taken in'
	@echo 'make test-release  the same, and what is long and rare'
	@echo 'make test-hosts    the recipes of tests/hosts in real generators, bundlers and WordPress'
	@echo 'make check         format, lints, native tests, content'
	@echo 'make supply        licences, bans and sources of every crate'
	@echo 'make size          what the release weighs, and whether it may'
	@echo 'make fuzz          random bytes against everything that is read'
	@echo 'make bench         how fast it is, beside hand-written code'
	@echo 'make coverage      which text carries which idea'
	@echo 'make help-check    every help line, for a person to confirm'
	@echo 'make clean         remove what was built'

# --- use -----------------------------------------------------------------------------------------------------

run: port-free dist
	@exec node tests/e2e/tools/serve.mjs dist $(PORT)

dev: port-free tools
	@cargo fetch --quiet
	@mkdir -p target/dev dist
	@exec trunk serve --dist target/dev --port $(PORT)

dist: $(BUILT)

$(BUILT): $(SOURCES) target/site | tools
	@$(SMALL) cargo fetch --quiet --target wasm32-unknown-unknown
	@$(SMALL) trunk build --release
	@touch $@

# What an owner pastes, with the hash of the last build's loader. REGION: help lines of this country. BASE: address of the
# folder dist/embed. PAGE and SHEET: addresses of the standalone page and of worksheet.html, where they are published.
LANG_TAG := en
REGION :=
VIEW := all
BASE := /embed
PAGE :=
SHEET :=
snippet: rust-ready
	@$(CONTENT) snippet 'lang=$(LANG_TAG)' 'region=$(REGION)' 'view=$(VIEW)' 'base=$(BASE)' 'page=$(PAGE)' 'sheet=$(SHEET)'

package: dist
	@node tests/e2e/tools/package.mjs

.PHONY: port-free
port-free:
	@if (exec 3<> /dev/tcp/127.0.0.1/$(PORT)) 2> /dev/null; then \
		echo 'Port $(PORT) on 127.0.0.1 is in use: end what runs there, or choose another with "make $(MAKECMDGOALS) PORT=8081".' >&2; \
		exit 1; \
	fi

# --- test ----------------------------------------------------------------------------------------------------

test: check supply dist size test-wasm test-e2e

# Every hostile page, and not only those that differ most.
test-release: export EVERY := 1
test-release: test test-hosts advisories twice fuzz bench

# Random bytes against everything that is read from a store or a file. A crash is kept in tests/fuzz/artifacts.
FUZZ_SECONDS ?= 60
fuzz: $(FUZZ)
	@cd tests/fuzz && for target in record copy; do \
		mkdir -p corpus/$$target; \
		[ $$target = record ] && cp ../fixtures/notes_v1/*.txt corpus/record/ || cp ../fixtures/notes_v1/*.json corpus/copy/; \
		RUSTC_BOOTSTRAP=1 PATH="$(dir $(FUZZ)):$$PATH" cargo fuzz run --fuzz-dir . $$target -- \
			-max_total_time=$(FUZZ_SECONDS) -timeout=10 -print_final_stats=1 2>&1 | grep -E 'stat::number|ERROR|SUMMARY|panicked' ; \
	done

check: rust-ready $(NODE_MODULES)
	@cargo fmt --check
	@tsc --project tests/e2e/types
	@tsc --project tests/e2e/types/worker.json
	@cargo clippy --quiet --all-targets -- -D warnings
	@cargo clippy --quiet --all-targets --target wasm32-unknown-unknown -- -D warnings
	@$(CONTENT) check
	@cargo test --quiet

# tests/fuzz has a lock file of its own. The npm packages are looked at by specs/supply.test.mjs.
supply: $(DENY)
	@for manifest in Cargo.toml tests/fuzz/Cargo.toml; do \
		printf '%s: ' $$manifest; \
		$(DENY) --log-level error --manifest-path $$manifest --config deny.toml check licenses bans sources; \
	done

# Known faults of crates. Their list lies on another machine: where it cannot be had, nothing is claimed.
advisories: $(DENY)
	@if $(DENY) --log-level off fetch db; then $(DENY) --log-level error check advisories; else \
		echo 'NOT CHECKED: the list of known faults of crates could not be fetched.' >&2; fi

# The last commit, built in two folders of different length, is the same to the byte: no path and no date is in it.
twice:
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	one="$$folder/a"; other="$$folder/another/place/with-a-longer-name"; \
	for place in "$$one" "$$other"; do \
		git clone --quiet . "$$place"; \
		$(MAKE) --no-print-directory -C "$$place" dist; \
	done; \
	for part in dist target/esm; do \
		[ ! -e "$$one/$$part" ] || diff -rq "$$one/$$part" "$$other/$$part"; \
	done; \
	echo 'Two builds in two folders gave the same bytes.'

# Plain profile: the release's panics carry no words.
test-wasm: tools browsers
	@CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CHROMEDRIVER=$$(command -v chromedriver) \
		WASM_BINDGEN_TEST_TIMEOUT=300 cargo test --no-fail-fast --tests --target wasm32-unknown-unknown

test-e2e: dist browsers yew-host
	@npm --prefix tests/e2e --silent test

# An app that is made with Yew too, as a page for the widget. The Rust tests have built all it needs.
yew-host: tools
	@cargo build --quiet --example yew-host --target wasm32-unknown-unknown
	@wasm-bindgen --target web --no-typescript --out-name app --out-dir target/hosts/yew \
		target/wasm32-unknown-unknown/debug/examples/yew-host.wasm

# The recipes of tests/hosts in real site generators, bundlers and WordPress, in Chromium. Some minutes.
test-hosts: package browsers $(HOSTS)/node_modules/.installed $(HOSTS)/debian/.unpacked
	@$(CONTENT) snippet region=GB base=/fogbridge > $(HOSTS)/snippet.html
	@node --test --test-concurrency=1 tests/hosts/*.test.mjs

size: dist
	@node tests/e2e/tools/size.mjs dist

bench: dist browsers
	@node tests/e2e/tools/bench.mjs

coverage: rust-ready
	@$(CONTENT) coverage

help-check: rust-ready
	@$(CONTENT) help-check

clean:
	@rm -rf dist target

# --- tools ---------------------------------------------------------------------------------------------------

tools: rust-ready versions $(TRUNK) $(BINDGEN) $(NODE_MODULES)
	@[ "$$(trunk --version)" = 'trunk $(TRUNK_VERSION)' ] || { \
		echo '$(TRUNK) is not Trunk $(TRUNK_VERSION): remove its folder and run make again.' >&2; exit 1; }
	@[ "$$(wasm-bindgen --version)" = 'wasm-bindgen $(BINDGEN_VERSION)' ] || { \
		echo '$(BINDGEN) is not wasm-bindgen $(BINDGEN_VERSION): remove its folder and run make again.' >&2; exit 1; }

.PHONY: rust-ready node-ready versions
rust-ready:
	@command -v rustup > /dev/null || { \
		echo 'Rust is missing: install rustup from https://rustup.rs, then run make again.' >&2; exit 1; }
	@rustc --version > /dev/null 2>&1 || rustup toolchain install
	@root=$$(rustc --print sysroot)/lib/rustlib; \
	[ -d "$$root/wasm32-unknown-unknown" ] || rustup target add wasm32-unknown-unknown; \
	[ -d "$$root/src/rust/library" ] || rustup component add rust-src; \
	cargo fmt --version > /dev/null 2>&1 || rustup component add rustfmt; \
	cargo clippy --version > /dev/null 2>&1 || rustup component add clippy

node-ready:
	@command -v node > /dev/null && command -v npm > /dev/null || { \
		echo 'Node is missing: install Node $(NODE_NEEDED) or newer, with npm, then run make again.' >&2; exit 1; }
	@printf '%s\n' $(NODE_NEEDED) "$$(node -p process.versions.node)" | sort -CV || { \
		echo "Node $$(node -p process.versions.node) is too old: Fogbridge needs $(NODE_NEEDED) or newer." >&2; exit 1; }

versions:
	@[ -n '$(BINDGEN_VERSION)' ] || { \
		echo 'Cargo.toml does not pin wasm-bindgen (wasm-bindgen = "=x.y.z").' >&2; exit 1; }
	@grep -q '^trunk-version = "=$(TRUNK_VERSION)"$$' Trunk.toml || { \
		echo 'Trunk.toml names another trunk-version than the Makefile ($(TRUNK_VERSION)).' >&2; exit 1; }
	@grep -q '^wasm_bindgen = "$(BINDGEN_VERSION)"$$' Trunk.toml || { \
		echo 'Trunk.toml names another wasm_bindgen than Cargo.toml ($(BINDGEN_VERSION)).' >&2; exit 1; }

# A broken install leaves no binary behind, so the next run tries again.
$(TRUNK): | rust-ready
	@echo 'Installing Trunk $(TRUNK_VERSION): once, a few minutes.'
	@cargo install --quiet --locked --root $(CACHE)/trunk-$(TRUNK_VERSION) trunk@$(TRUNK_VERSION)

# Not --locked: the lock file of this release asks for a crate that the registry no longer has.
$(BINDGEN): | rust-ready
	@echo 'Installing wasm-bindgen $(BINDGEN_VERSION): once, a few minutes.'
	@cargo install --quiet --root $(CACHE)/wasm-bindgen-$(BINDGEN_VERSION) wasm-bindgen-cli@$(BINDGEN_VERSION)

$(FUZZ): | rust-ready
	@echo 'Installing cargo-fuzz $(FUZZ_VERSION): once, a few minutes.'
	@cargo install --quiet --locked --root $(CACHE)/cargo-fuzz-$(FUZZ_VERSION) cargo-fuzz@$(FUZZ_VERSION)

# A debug build: it checks in a second or two, and is built in a third of the time.
$(DENY): | rust-ready
	@echo 'Installing cargo-deny $(DENY_VERSION): once, a few minutes.'
	@cargo install --quiet --locked --debug --root $(CACHE)/cargo-deny-$(DENY_VERSION) cargo-deny@$(DENY_VERSION)

$(NODE_MODULES): tests/e2e/package-lock.json tests/e2e/package.json | node-ready
	@cd tests/e2e && npm ci --silent
	@touch $@

# Browsers come from Debian's packages, and only where one is missing.
BROWSERS := chromium:chromium chromedriver:chromium-driver firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver \
	xvfb-run:xvfb xauth:xauth fc-list:fontconfig
browsers:
	@$(call debian,$(BROWSERS),fonts-dejavu-core)

# Installs what is missing of $(1), pairs of a command and its package; with it come the packages $(2).
define debian
missing=''; \
	for pair in $(1); do \
		command -v "$${pair%%:*}" > /dev/null || missing="$$missing $${pair##*:}"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	command -v apt-get > /dev/null || { \
		echo "The tests need$$missing, which are installed by themselves only where there is apt-get." >&2; exit 1; }; \
	echo "Installing$$missing: once."; \
	sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	$$sudo apt-get update -qq; \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing $(2) > /dev/null
endef

# What the recipes are driven in: generators and PHP from Debian's packages, the rest from npm, below target/.
GENERATORS := hugo:hugo jekyll:jekyll php:php-cli mariadbd:mariadb-server-core my_print_defaults:mariadb-client-core

.PHONY: generators
generators:
	@$(call debian,$(GENERATORS),php-mysql)

$(HOSTS)/node_modules/.installed: tests/hosts/package.json tests/hosts/package-lock.json tests/hosts/react-18/package.json | node-ready
	@mkdir -p $(HOSTS)/react-18
	@cp tests/hosts/package.json tests/hosts/package-lock.json tests/e2e/.npmrc $(HOSTS)
	@cp tests/hosts/react-18/package.json $(HOSTS)/react-18
	@cd $(HOSTS) && npm ci --silent
	@touch $@

# WordPress is unpacked, not installed: Debian's package would bring a web server that runs.
$(HOSTS)/debian/.unpacked: | generators
	@rm -rf $(HOSTS)/debian && mkdir -p $(HOSTS)/debian/packages
	@$$([ "$$(id -u)" = 0 ] || echo sudo) apt-get update -qq
	@cd $(HOSTS)/debian/packages && apt-get download -qq -o APT::Sandbox::User=root \
		wordpress wordpress-theme-twentytwentythree php-getid3 libjs-cropper libjs-underscore
	@for package in $(HOSTS)/debian/packages/*.deb; do dpkg -x "$$package" $(HOSTS)/debian; done
	@touch $@
