/// The query bar of a tab: one typed filter with completion, and controls that say the same by mouse.
@NullMarked
package clasp.journal.ui.query;

import org.jspecify.annotations.NullMarked;
