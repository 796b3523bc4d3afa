/// Rows in colours, by filters.
@NullMarked
package clasp.journal.ui.colours;

import org.jspecify.annotations.NullMarked;
