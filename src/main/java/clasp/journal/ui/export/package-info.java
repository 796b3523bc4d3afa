/// The content of the export dialog.
@NullMarked
package clasp.journal.ui.export;

import org.jspecify.annotations.NullMarked;
