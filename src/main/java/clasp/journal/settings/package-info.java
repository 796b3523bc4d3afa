/// What is remembered between runs.
@NullMarked
package clasp.journal.settings;

import org.jspecify.annotations.NullMarked;
