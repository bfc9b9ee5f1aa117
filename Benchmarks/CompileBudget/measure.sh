#!/usr/bin/env bash
# Measures what generated code costs to make and to compile: see README.md in the folder above.
set -euo pipefail
cd "$(dirname "$0")"

# What a command costs, with that of all processes it starts; the memory is the largest process's.
measure() {
  /usr/bin/time -f "$1: %U s user, %S s system, %e s elapsed, %M KiB" "${@:2}" 2>&1 \
    | grep -E 'error|elapsed'
}

swift build > .build-log 2>&1 || { cat .build-log; exit 1; }
swift build --package-path ../.. -c release --product endpoint-generator > .build-log 2>&1
tools=$(swift build --package-path ../.. -c release --show-bin-path)
debug=$(swift build --package-path ../.. --show-bin-path)
swift build --package-path ../.. --product endpoint-generator > .build-log 2>&1
out=$(mktemp -d)
measure "generating, tool built for release" "$tools/endpoint-generator" Definitions/Stress --output "$out"
measure "generating, tool built for debug" "$debug/endpoint-generator" Definitions/Stress --output "$out"
printf 'generated: %s lines\n' "$(cat "$out"/*.swift | wc -l)"

modules=$(swift build --show-bin-path)/Modules
objects=$(mktemp -d)
compile() { (cd "$objects" && measure "$1" swiftc -c -swift-version 6 -module-name Stress -I "$modules" "${@:2}" "$out"/*.swift); }
compile "compiling for debug" -Onone -enable-batch-mode -j2
compile "compiling for release" -O -wmo

sed -i.bak '0,/ summary="/s// summary="Once more: /' Definitions/Stress/clusters.xml
measure "swift build after one summary has changed" swift build
mv Definitions/Stress/clusters.xml.bak Definitions/Stress/clusters.xml
rm -rf "$out" "$objects" .build-log
