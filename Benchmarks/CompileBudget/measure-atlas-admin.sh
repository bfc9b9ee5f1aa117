#!/usr/bin/env bash
# Measures what the generated code of AtlasAdmin costs to make and to compile: see README.md in the
# folder above.
set -euo pipefail
cd "$(dirname "$0")/../.."

# What a command costs, with that of all processes it starts; the memory is the largest process's.
measure() {
  /usr/bin/time -f "$1: %U s user, %S s system, %e s elapsed, %M KiB" "${@:2}" 2>&1 \
    | grep -E 'error|elapsed'
}

log=$(mktemp)
out=$(mktemp -d)
objects=$(mktemp -d)
swift build > "$log" 2>&1 || { cat "$log"; exit 1; }
swift build -c release --product endpoint-generator > "$log" 2>&1 || { cat "$log"; exit 1; }
release=$(swift build -c release --show-bin-path)
debug=$(swift build --show-bin-path)
measure "generating, tool built for release" "$release/endpoint-generator" Definitions/AtlasAdmin --output "$out"
measure "generating, tool built for debug" "$debug/endpoint-generator" Definitions/AtlasAdmin --output "$out"
printf 'generated: %s lines in %s files\n' "$(cat "$out"/*.swift | wc -l)" "$(ls "$out" | wc -l)"

compile() {
  (cd "$objects" && measure "$1" swiftc -c -swift-version 6 -module-name AtlasAdmin \
    -I "$debug/Modules" "${@:2}" "$out"/*.swift)
}
compile "compiling for debug" -Onone -enable-batch-mode -j2
compile "compiling for release" -O -wmo

swift build --target AtlasAdmin > "$log" 2>&1
definition=Definitions/AtlasAdmin/teams.xml
cp "$definition" "$log"
sed -i.bak '0,/ summary="/s// summary="Once more: /' "$definition" && rm "$definition.bak"
measure "swift build after one summary has changed" swift build --target AtlasAdmin
cp "$log" "$definition"
rm -rf "$out" "$objects" "$log"
