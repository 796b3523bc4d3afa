/// The entry table: a window of rows over a journal of any size, its scroll bar, selection and columns.
@NullMarked
package clasp.journal.ui.table;

import org.jspecify.annotations.NullMarked;
