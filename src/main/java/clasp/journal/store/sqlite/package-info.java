/// Journals in SQLite files: opening without leaving a trace, reading at scale, writing, compacting. The only user of
/// `java.sql`.
@NullMarked
package clasp.journal.store.sqlite;

import org.jspecify.annotations.NullMarked;
