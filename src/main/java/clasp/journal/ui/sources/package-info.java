/// What can be opened: recent files, the page that welcomes, and how an opening goes.
@NullMarked
package clasp.journal.ui.sources;

import org.jspecify.annotations.NullMarked;
