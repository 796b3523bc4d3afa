/// The pane beside the table: the selected entry whole, what it changed, and the history of its address.
@NullMarked
package clasp.journal.ui.detail;

import org.jspecify.annotations.NullMarked;
