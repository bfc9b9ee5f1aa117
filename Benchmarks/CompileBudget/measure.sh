#!/usr/bin/env bash
# Measures what generated code costs: see README.md beside this folder.
set -euo pipefail
cd "$(dirname "$0")"
configuration=${1:-debug}
build() { /usr/bin/time -f "$1: %U s user, %S s system, %e s elapsed, %M KiB at most" swift build -c "$configuration" 2>&1 | grep -E 'error:|elapsed' ; }
swift build -c "$configuration" > /dev/null
find .build/ -path '*Stress.build*' \( -name '*.o' -o -name '*.swiftdeps' -o -name '*.priors' \) -delete
find .build/ -name 'Stress.swiftmodule' -delete
build "whole module, $configuration"
build "nothing changed, $configuration"
sed -i 's/A made-up sentence about Clusters,/Another made-up sentence about Clusters,/; 0,/<summary>A made-up/s//<summary>Yet another made-up/' Definitions/Stress/clusters.xml
build "one summary changed, $configuration"
