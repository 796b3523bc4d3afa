/// Lists of everything that can be done: the command palette and the sheet of shortcuts.
@NullMarked
package clasp.journal.ui.palette;

import org.jspecify.annotations.NullMarked;
