#!/usr/bin/env bash
# Proves that the build is reproducible: builds the jar twice, from two copies of the sources in two places, at two
# times and in two languages, and compares the bytes:
#   packaging/same-jar.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build() {
    local place="$work/$1"
    mkdir "$place"
    cp -r pom.xml src "$place/"
    (
        cd "$place"
        export LC_ALL=$2 TZ=$3
        mvn -q -B -ntp -Dmaven.test.skip=true package
    )
    mv "$place/target/clasp-journal-browser.jar" "$work/$1.jar"
    rm -rf "$place"
}
build one C.UTF-8 UTC
build a-second-one C Asia/Tokyo
if ! cmp "$work/one.jar" "$work/a-second-one.jar"; then
    echo "The two jars differ." >&2
    exit 1
fi
echo "Both jars have the same $(stat -c %s "$work/one.jar") bytes: $(sha256sum <"$work/one.jar" | cut -d' ' -f1)"
