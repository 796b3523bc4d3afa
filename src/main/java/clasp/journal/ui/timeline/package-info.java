/// The strip above the table: how many entries lie where in time, and a way to choose a part of it.
@NullMarked
package clasp.journal.ui.timeline;

import org.jspecify.annotations.NullMarked;
