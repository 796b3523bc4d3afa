/// The tree of addresses beside the table: what a journal holds where, and a way to choose a part of it.
@NullMarked
package clasp.journal.ui.addresses;

import org.jspecify.annotations.NullMarked;
