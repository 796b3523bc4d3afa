/// The recovery view: a cursor in time with the state of every param there, why it is so, what a router would come back
/// with, and what is wrong with the journal.
@NullMarked
package clasp.journal.ui.recovery;

import org.jspecify.annotations.NullMarked;
