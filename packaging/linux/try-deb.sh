#!/usr/bin/env bash
# Installs the package, uses the program on a journal as a person would, and purges it again:
#   packaging/linux/try-deb.sh [JOURNAL]
# after `mvn -Pdist package`. Needs root, and for the window Xvfb and xdotool.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

name=clasp-journal-browser
deb=$(ls target/dist/*.deb)
legal=/opt/$name/lib/app/legal
work=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }
step() { echo "== $*"; }

[ "$(id -u)" -eq 0 ] || fail "Installing a package needs root."
! dpkg -s "$name" >/dev/null 2>&1 || fail "It is installed already, and would be purged."
for tool in Xvfb xdotool; do command -v "$tool" >/dev/null || fail "$tool is not installed."; done

step "Install $(basename "$deb")"
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "./$deb" >"$work/apt.log" 2>&1 \
    || { cat "$work/apt.log" >&2; fail "The package was not installed."; }
dpkg -s "$name" | grep -q '^Status: install ok installed' || fail "It is not installed."
for file in /usr/bin/$name /usr/share/applications/$name.desktop /usr/share/metainfo/$name.metainfo.xml \
    /usr/share/man/man1/$name.1.gz /usr/share/icons/hicolor/scalable/apps/$name.svg $legal/bom.json \
    $legal/LICENSE-MIT $legal/LICENSE-APACHE /opt/$name/lib/runtime/legal/java.base/LICENSE; do
    # Some systems are told to leave manuals out.
    [ -e "$file" ] || [[ $file == /usr/share/man/* ]] || fail "$file is missing."
done
for jar in /opt/$name/lib/app/*.jar; do
    library=$(basename "$jar" .jar)
    [ "$library" = "$name" ] || [ -n "$(ls "$legal/libraries/$library")" ] || fail "$library has no licence."
done
java=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' /opt/$name/lib/runtime/release)
[ -n "$java" ] && grep -qF "\"pkg:generic/openjdk@$java\"" $legal/bom.json || fail "bom.json lacks Java $java."
grep -qF '"pkg:generic/sqlite@' $legal/bom.json || fail "bom.json lacks SQLite, which lies within its driver."
if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate /usr/share/applications/$name.desktop || fail "The desktop entry is wrong."
fi
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net /usr/share/metainfo/$name.metainfo.xml >"$work/appstream" \
        || { cat "$work/appstream" >&2; fail "The AppStream metadata is wrong."; }
fi

export HOME="$work/home" XDG_CONFIG_HOME="$work/home/.config" XDG_RUNTIME_DIR="$work/run"
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

step "Commands"
journal=${1:-}
if [ -z "$journal" ]; then
    journal=$work/session.db
    "$name" generate --entries 20000 "$journal"
fi
entries=$("$name" count "$journal")
[ "$entries" -gt 0 ] || fail "No entry was counted."
"$name" query --limit 1 "$journal" | grep -q '"seq":' || fail "No entry was printed."
"$name" --version | grep -q '[0-9]' || fail "No version was printed."

# What Java does is asked from outside, through the launcher as it is installed. With this mode Java ends where its
# cache does not fit.
step "The cache of classes is used"
from_cache() { grep -q "^.*\b${1//./\\.} source: shared objects file" "$2" || fail "$1 does not come from the cache."; }
JAVA_TOOL_OPTIONS="-XX:AOTMode=on -Xlog:class+load:file=$work/classes" "$name" count "$journal" >"$work/out" 2>&1 \
    || { cat "$work/out" >&2; fail "Java refuses the cache of classes that is installed."; }
from_cache clasp.journal.app.Main "$work/classes"

step "Window"
before=$(sha256sum "$journal")
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
pids+=($!)
for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$work/display")
CLASP_JOURNAL_BROWSER_TRACE=start JAVA_TOOL_OPTIONS="-XX:AOTMode=on -Xlog:class+load:file=$work/window-classes" \
    "$name" "$journal" >"$work/out" 2>&1 &
program=$!
pids+=("$program")
title=$(basename "$journal")
window=$(timeout 120 xdotool search --sync --onlyvisible --name "$title" | head -1) \
    || { cat "$work/out" >&2; fail "No window has $title in its title."; }
[ -n "$window" ] || fail "No window has $title in its title."
class=$(sed -n 's/^StartupWMClass=//p' "/usr/share/applications/$name.desktop")
xdotool search --onlyvisible --class "^$class\$" | grep -qx "$window" || fail "The window's class is not $class, as the desktop entry says."
await() {
    for _ in $(seq 1200); do
        ! eval "$1" || return 0
        kill -0 "$program" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/out" >&2
    fail "$2"
}
await 'grep -q "^rows shown at" "$work/out"' "No rows are shown."
await '[ -S "$XDG_RUNTIME_DIR/$name.sock" ]' "It does not wait for later starts."
from_cache clasp.journal.ui.main.MainWindow "$work/window-classes"
from_cache javafx.scene.control.TableView "$work/window-classes"

step "A second start hands its file over and ends"
cp "$journal" "$work/second.db"
# The cache brings JavaFX's classes along; none of them may come to life, and no library of JavaFX or GTK be loaded.
JAVA_TOOL_OPTIONS="-Xlog:class+init=info,library=info:file=$work/handing" timeout 120 "$name" "$work/second.db" \
    || fail "The second start did not end."
grep -q 'clasp/journal/app/Handover' "$work/handing" || fail "What the second start does is not seen."
heavy=$(grep -E "Initializing '(javafx|com/sun/(javafx|glass|prism)|org/controlsfx|atlantafx|org/sqlite)/" "$work/handing" || true)
[ -z "$heavy" ] || fail "The second start is not light: $(head -3 <<<"$heavy")"
libraries=$(grep -iE 'lib(glass|prism|javafx|gtk|gdk|sqlite)' "$work/handing" || true)
[ -z "$libraries" ] || fail "The second start loads libraries: $(head -3 <<<"$libraries")"
timeout 120 xdotool search --sync --onlyvisible --name second.db >/dev/null \
    || fail "The window does not show what it was handed."
await 'grep -q "^handed rows shown" "$work/out"' "The rows of what it was handed are not shown."

step "End"
kill "$program"
wait "$program" 2>/dev/null || true
[ "$before" = "$(sha256sum "$journal")" ] || fail "The journal was changed."
! grep -q 'Exception' "$work/out" || { cat "$work/out" >&2; fail "The program complained."; }

step "Purge"
DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq "$name" >"$work/apt.log" 2>&1 \
    || { cat "$work/apt.log" >&2; fail "The package was not purged."; }
left=$(find /opt/$name /usr/bin/$name /usr/share -name "*$name*" 2>/dev/null || true)
[ -z "$left" ] || fail "These are left: $left"
echo "The package works: $entries entries were shown, and nothing is left of it."
