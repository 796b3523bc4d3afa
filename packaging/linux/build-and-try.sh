#!/usr/bin/env bash
# Builds the package and tries it (try-deb.sh) where the machine allows; else says in one sentence why not. The checks
# run it after everything else, unless CLASP_TRY_PACKAGE=no.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

skip() { echo "The package was not tried: $*"; exit 0; }

[ "${CLASP_TRY_PACKAGE:-}" != no ] || skip "CLASP_TRY_PACKAGE is no."
[ "$(id -u)" -eq 0 ] || skip "installing it needs root."
for tool in apt-get dpkg-deb fakeroot objcopy Xvfb xvfb-run xdotool; do
    command -v "$tool" >/dev/null || skip "$tool is not installed."
done
! dpkg -s clasp-journal-browser >/dev/null 2>&1 || skip "it is installed here, and would be purged."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Nothing else of the build needs these two plug-ins.
mvn -q -B -ntp -Pdist cyclonedx:makeAggregateBom@bill-of-materials license:add-third-party@licences-of-what-is-shipped >"$log" 2>&1 \
    || skip "Maven's plug-ins for packages cannot be had here."
echo "Building the package."
LC_ALL=C.UTF-8 mvn -q -B -ntp -Pdist package -Dmaven.test.skip=true >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
apt-get install -y -qq --no-install-recommends --download-only ./target/dist/*.deb >"$log" 2>&1 \
    || skip "what it depends on cannot be had here."
# On the usual journal where it lies beside the sources; on one of its own elsewhere.
journal=../shared/journals/session-20k.db
[ -f "$journal" ] || journal=
packaging/linux/try-deb.sh ${journal:+"$journal"}
