/// Lifelines: one row an address, with what happened to it over time.
@NullMarked
package clasp.journal.ui.lifelines;

import org.jspecify.annotations.NullMarked;
