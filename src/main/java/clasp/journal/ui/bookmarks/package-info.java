/// Bookmarks and notes on entries.
@NullMarked
package clasp.journal.ui.bookmarks;

import org.jspecify.annotations.NullMarked;
