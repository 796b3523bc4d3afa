/// What a router's params were at some point of a journal, and how that follows from snapshots and entries. No I/O of
/// its own: everything is asked of a [clasp.journal.store.JournalReader].
@NullMarked
package clasp.journal.recovery;

import org.jspecify.annotations.NullMarked;
