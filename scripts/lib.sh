# shellcheck shell=bash
# What the scripts share: paths, messages, and what a machine needs to have.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# Outside the checkout, so that several checkouts share what they have compiled.
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/hanse/target}")
export CARGO_TARGET_DIR
# shellcheck disable=SC2034 # for those who read this file
binaries=$CARGO_TARGET_DIR/release

say() { printf '%s\n' "$*"; }
note() { printf '%s\n' "$*" >&2; }
die() {
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	exit 1
}

# Seconds as a person reads them.
duration() { printf '%dm%02ds' $(($1 / 60)) $(($1 % 60)); }

have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif have sudo; then
		sudo "$@"
	else
		die "this needs root and there is no sudo: $*"
	fi
}

# ensure_packages COMMAND:PACKAGE:WHY… installs the Debian packages whose commands are missing.
ensure_packages() {
	local need command package why missing=()
	for need in "$@"; do
		IFS=: read -r command package why <<<"$need"
		have "$command" && continue
		[[ " ${missing[*]} " != *" $package "* ]] || continue
		note "installing the Debian package $package: $why"
		missing+=("$package")
	done
	[ ${#missing[@]} = 0 ] && return
	have apt-get || die "no apt-get here; install by hand what corresponds to: ${missing[*]}"
	as_root apt-get update -qq
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
		"${missing[@]}" >/dev/null
}

# What it takes to compile and to talk to a node.
ensure_build_packages() {
	ensure_packages \
		"gcc:build-essential:the linker, and libraries in C and C++ that the node contains" \
		"g++:build-essential:libraries in C++ that the node contains" \
		"make:build-essential:builds libraries in C that the node contains" \
		"pkg-config:pkg-config:finds C libraries" \
		"protoc:protobuf-compiler:the network protocols are described in protobuf" \
		"curl:curl:asks nodes over HTTP" \
		"jq:jq:reads what they answer"
}

# The toolchain that rust-toolchain.toml pins, by rustup.
ensure_rust() {
	local pinned
	# A shell that is not a login shell need not know where rustup put it.
	have cargo || PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
	have rustup || die "Rust is not here, or not rustup's. Install it from https://rustup.rs and come again."
	pinned=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' "$top/rust-toolchain.toml")
	if ! rustup toolchain list | grep -q "^$pinned-"; then
		note "installing Rust $pinned: rust-toolchain.toml pins it"
		rustup toolchain install "$pinned" --profile minimal --no-self-update
	fi
	ensure_rust_part target wasm32v1-none "the runtime is compiled to WebAssembly" "$pinned"
}

# ensure_rust_part target|component NAME WHY TOOLCHAIN
ensure_rust_part() {
	rustup "$1" list --installed --toolchain "$4" | grep -q "^$2" && return
	note "installing Rust's $1 $2: $3"
	rustup "$1" add --toolchain "$4" "$2"
}

# The commands that only checks use.
ensure_rust_checks() {
	local pinned
	pinned=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' "$top/rust-toolchain.toml")
	ensure_rust_part component rustfmt "the format is checked" "$pinned"
	ensure_rust_part component clippy "the code is linted" "$pinned"
}

# Node.js, and the packages of the end-to-end tests exactly as they are locked.
ensure_clients() {
	ensure_packages \
		"node:nodejs:the end-to-end tests are clients written in TypeScript" \
		"npm:npm:installs the libraries of these clients"
	node -e 'const [a, b] = process.versions.node.split(".").map(Number);
		process.exit(a > 18 || (a === 18 && b >= 19) ? 0 : 1)' ||
		die "Node.js $(node --version) is too old for the end-to-end tests: 18.19 or later is needed"
	# npm keeps a copy of what it installed; without a difference there is nothing to do.
	if ! cmp -s "$top/tests/package-lock.json" "$top/tests/node_modules/.locked"; then
		note "installing the libraries of the end-to-end tests into tests/node_modules"
		(cd "$top/tests" && npm ci --no-audit --no-fund --loglevel=error)
		cp "$top/tests/package-lock.json" "$top/tests/node_modules/.locked"
	fi
}

# The crates of what runs on chain: they know benchmarks and try-runtime as features.
on_chain() {
	cargo metadata --quiet --locked --no-deps --format-version 1 --manifest-path "$top/Cargo.toml" |
		jq -r '.packages[] | select(.features["runtime-benchmarks"] and .features["try-runtime"]).name'
}

# With what everything is compiled, whoever asks: these features, as they are called where other crates
# do not know them. One set, so that the dependencies are compiled once. The blob that nodes execute has
# none of them: it is a crate of its own.
features() {
	local crates
	crates=$(on_chain)
	[ -n "$crates" ] || die "no crate knows the features runtime-benchmarks and try-runtime"
	awk '{ printf "%s%s/runtime-benchmarks,%s/try-runtime", comma, $1, $1; comma = "," }' <<<"$crates"
}

# The node and the tools. All members of the workspace at once: with some of them, cargo would choose
# other features.
build() {
	local with
	# Said aloud, since nothing stops by itself where a caller asks whether this went well.
	with=$(features) || return
	(cd "$top" && cargo build --release --locked --workspace --features "$with")
}
