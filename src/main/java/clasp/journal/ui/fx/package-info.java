/// What every screen part stands on: the FX thread, background tasks, texts, theme, dialogs, and the state that the
/// parts of one tab share.
@NullMarked
package clasp.journal.ui.fx;

import org.jspecify.annotations.NullMarked;
