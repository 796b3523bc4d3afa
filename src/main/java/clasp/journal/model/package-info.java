/// What a journal is made of: entries, params, snapshots, ranges. Data only, no I/O.
@NullMarked
package clasp.journal.model;

import org.jspecify.annotations.NullMarked;
