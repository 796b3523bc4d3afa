/// The journal in memory: a ring of the newest entries, and the last snapshots.
@NullMarked
package clasp.journal.store.memory;

import org.jspecify.annotations.NullMarked;
