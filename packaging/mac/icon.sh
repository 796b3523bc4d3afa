#!/usr/bin/env bash
# Makes the icon of the app from its source. On a Mac, with librsvg.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
set=$(mktemp -d)/clasp.iconset
mkdir "$set"
for size in 16 32 128 256 512; do
    rsvg-convert -w $size -h $size ../../icons/clasp-journal-browser.svg -o "$set/icon_${size}x${size}.png"
    rsvg-convert -w $((2 * size)) -h $((2 * size)) ../../icons/clasp-journal-browser.svg -o "$set/icon_${size}x${size}@2x.png"
done
iconutil -c icns "$set" -o clasp-journal-browser.icns
rm -r "$set"
