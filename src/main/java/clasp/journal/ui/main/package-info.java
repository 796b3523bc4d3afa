/// The window: its tabs, and how the screen parts of a tab stand together.
@NullMarked
package clasp.journal.ui.main;

import org.jspecify.annotations.NullMarked;
