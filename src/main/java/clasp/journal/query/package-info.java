/// Address patterns, and the filter with its text form. No I/O.
@NullMarked
package clasp.journal.query;

import org.jspecify.annotations.NullMarked;
