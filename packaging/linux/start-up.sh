#!/usr/bin/env bash
# Measures how long the packaged program takes from its start to rows on the screen, in turns with DB Browser for SQLite,
# and how long it takes to show a second file that a second start hands over:
#   packaging/linux/start-up.sh JOURNAL [TIMES]
# after `mvn -Pdist package`. Needs Xvfb and xdotool; sqlitebrowser only for the comparison.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

journal=$(realpath "$1")
times=${2:-10}
program=target/dist/clasp-journal-browser/bin/clasp-journal-browser
work=$(mktemp -d)
xvfb=
finish() { [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT
# A copy: DB Browser leaves files beside what it opens.
cp "$journal" "$work/"
journal=$work/$(basename "$journal")
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_RUNTIME_DIR="$work/run"
mkdir -p "$XDG_RUNTIME_DIR"; chmod 700 "$XDG_RUNTIME_DIR"

Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3>"$work/display" 2>/dev/null &
xvfb=$!
for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$work/display")

now() { date +%s%N; }
stop() { kill "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }

# The program prints when the first rows of the journal have been drawn.
own() {
    local begin end pid rss
    begin=$(now)
    JDK_JAVA_OPTIONS= CLASP_JOURNAL_BROWSER_TRACE=start "$program" "$journal" >"$work/out" 2>&1 &
    pid=$!
    until grep -q '^rows shown at ' "$work/out"; do
        kill -0 "$pid" 2>/dev/null || { cat "$work/out" >&2; exit 1; }
        sleep 0.1
    done
    end=$(sed -n 's/^rows shown at \([0-9]*\).*/\1/p' "$work/out" | head -1)
    rss=$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")
    stop "$pid"
    echo $(((end * 1000 - begin) / 1000000)) "$rss"
}

# Another file, handed to a program that shows one already: how long the rows take, and what the second start takes.
handed() {
    local begin pid
    CLASP_JOURNAL_BROWSER_TRACE=start "$program" "$journal" >"$work/out" 2>&1 &
    pid=$!
    until grep -q '^rows shown at ' "$work/out" && [ -S "$XDG_RUNTIME_DIR/clasp-journal-browser.sock" ]; do sleep 0.1; done
    sleep 2
    for number in $(seq "$times"); do
        cp "$journal" "$work/handed$number.db"
        begin=$(now)
        "$program" "$work/handed$number.db"
        echo $((($(now) - begin) / 1000000)) >>"$work/handing"
        until [ "$(grep -c '^handed rows' "$work/out")" -eq "$number" ]; do sleep 0.1; done
        sleep 1
    done
    sed -n 's/^handed rows shown after \([0-9]*\) .*/\1/p' "$work/out" | awk '{print int($1 / 1000)}' >"$work/handed"
    stop "$pid"
}

# Its window is there when its table is filled.
peer() {
    local begin pid
    begin=$(now)
    sqlitebrowser -t journal_entries "$journal" >/dev/null 2>&1 &
    pid=$!
    xdotool search --sync --onlyvisible --name "$(basename "$journal")" >/dev/null
    echo $((($(now) - begin) / 1000000))
    stop "$pid"
}

for _ in $(seq "$times"); do
    own >>"$work/own"
    if command -v sqlitebrowser >/dev/null; then peer >>"$work/peer"; fi
done
handed
summary() { sort -n | awk '{v[NR] = $1} END {print "best " v[1] " ms, median " v[int((NR + 1) / 2)] " ms, worst " v[NR] " ms"}'; }
echo "clasp-journal-browser: $(cut -d' ' -f1 "$work/own" | summary)"
echo "resident memory: $(cut -d' ' -f2 "$work/own" | sort -n | tail -1) MB at most"
[ ! -s "$work/peer" ] || echo "DB Browser for SQLite: $(summary <"$work/peer")"
echo "rows of a file that was handed over: $(summary <"$work/handed"); the first: $(head -1 "$work/handed") ms"
echo "a start that hands a file over, from begin to end: $(summary <"$work/handing")"
