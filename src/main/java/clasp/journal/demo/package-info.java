/// A simulated show: what the built-in demo browses and what `generate` writes. No threads, no I/O.
@NullMarked
package clasp.journal.demo;

import org.jspecify.annotations.NullMarked;
