/// The journal contracts: what can be read, what can also be written. Nothing here assumes SQLite or a local file.
@NullMarked
package clasp.journal.store;

import org.jspecify.annotations.NullMarked;
