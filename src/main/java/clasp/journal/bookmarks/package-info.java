/// Entries that somebody has marked, with notes: found again by what they hold, not by the file they were in.
@NullMarked
package clasp.journal.bookmarks;

import org.jspecify.annotations.NullMarked;
