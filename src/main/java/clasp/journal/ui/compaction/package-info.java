/// The compaction dialog: where to cut, what that costs, and the way back.
@NullMarked
package clasp.journal.ui.compaction;

import org.jspecify.annotations.NullMarked;
