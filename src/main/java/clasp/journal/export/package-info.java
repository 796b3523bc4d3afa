/// Streaming export: CSV, JSON Lines, journal slices, and text for the clipboard.
@NullMarked
package clasp.journal.export;

import org.jspecify.annotations.NullMarked;
