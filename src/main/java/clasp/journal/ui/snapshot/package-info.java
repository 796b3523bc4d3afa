/// The snapshot viewer: every snapshot, its params, and what differs between two states.
@NullMarked
package clasp.journal.ui.snapshot;

import org.jspecify.annotations.NullMarked;
