/// The headless commands: data on standard output, sentences on standard error, an exit status. No JavaFX.
@NullMarked
package clasp.journal.cli;

import org.jspecify.annotations.NullMarked;
