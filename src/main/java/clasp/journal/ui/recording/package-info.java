/// Recording what a router tells: what to record, and how a recording goes.
@NullMarked
package clasp.journal.ui.recording;

import org.jspecify.annotations.NullMarked;
