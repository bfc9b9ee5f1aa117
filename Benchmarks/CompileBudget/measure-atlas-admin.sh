#!/usr/bin/env bash
# Measures what the generated code of AtlasAdmin and AtlasAdminV2 costs to make and to compile, and
# that of a slice of eight endpoints: see README.md in the folder above.
#
# Usage: measure-atlas-admin.sh [ROUNDS]. Every round compiles each module once; compare within a run.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-1}

# What a command costs, with that of all processes it starts; the memory is the largest process's.
measure() {
  /usr/bin/time -f "$1: %U s user, %S s system, %e s elapsed, %M KiB" "${@:2}" 2>&1 \
    | grep -E 'error|elapsed'
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
quietly() { "$@" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }; }
quietly swift build
quietly swift build -c release --product endpoint-generator
release=$(swift build -c release --show-bin-path)
debug=$(swift build --show-bin-path)

# The module maps of the C modules that the runtime's dependencies import.
maps=()
for map in "$debug"/C*.build/module.modulemap "$debug"/_*.build/module.modulemap \
  $(find "$PWD"/.build/checkouts/*/Sources -path '*/include/*' -name module.modulemap); do
  [ -e "$map" ] && maps+=(-Xcc "-fmodule-map-file=$map")
done

# Usage: compile NAME MODULE FOLDER OPTIONS…
compile() {
  (cd "$work" && mkdir -p objects && cd objects \
    && measure "$1" swiftc -c -swift-version 6 -module-name "$2" -I "$debug/Modules" "${maps[@]}" \
      "${@:4}" "$3"/*.swift \
    && printf '  size of code: %s bytes\n' "$(size ./*.o | awk 'NR > 1 { sum += $1 } END { print sum }')"
  rm -rf "$work/objects")
}

cat > "$work/generation.xml" <<'XML'
<generation xmlns="urn:endpoint-definitions:1" access="internal">
  <include endpoint="ListProjects"/>
  <include endpoint="ListSnapshots"/>
  <include endpoint="GetSnapshot"/>
  <include endpoint="TakeSnapshot"/>
  <include endpoint="ListRestoreJobs"/>
  <include endpoint="GetRestoreJob"/>
  <include endpoint="CreateRestoreJob"/>
  <include endpoint="CancelRestoreJob"/>
</generation>
XML

for api in AtlasAdmin AtlasAdminV2; do
  measure "$api: generating, tool built for release" \
    "$release/endpoint-generator" "Definitions/$api" --output "$work/$api"
  measure "$api: generating, tool built for debug" \
    "$debug/endpoint-generator" "Definitions/$api" --output "$work/$api"
  quietly "$debug/endpoint-generator" "Definitions/$api" --output "$work/$api-slice" \
    --generation "$work/generation.xml"
  for sources in "$api" "$api-slice"; do
    printf '%s: %s lines in %s files\n' "$sources" "$(cat "$work/$sources"/*.swift | wc -l)" \
      "$(find "$work/$sources" -name '*.swift' | wc -l)"
  done
done

for ((round = 1; round <= rounds; round++)); do
  for sources in AtlasAdmin AtlasAdmin-slice AtlasAdminV2 AtlasAdminV2-slice; do
    module=${sources%-slice}
    compile "$sources: compiling for debug" "$module" "$work/$sources" -Onone -enable-batch-mode -j2
    compile "$sources: compiling for release" "$module" "$work/$sources" -O -wmo
  done
done

quietly swift build --target AtlasAdmin
definition=Definitions/AtlasAdmin/teams.xml
cp "$definition" "$work/teams.xml"
trap 'cp "$work/teams.xml" "$definition"; rm -rf "$work"' EXIT
sed -i.bak '0,/ summary="/s// summary="Once more: /' "$definition" && rm "$definition.bak"
measure "swift build after one summary has changed" swift build --target AtlasAdmin
