/// The program: `main`, wiring by constructors, shutdown order.
@NullMarked
package clasp.journal.app;

import org.jspecify.annotations.NullMarked;
