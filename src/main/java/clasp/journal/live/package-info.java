/// The journal of a running relay, over REST: read in pages, kept in a local copy, followed.
@NullMarked
package clasp.journal.live;

import org.jspecify.annotations.NullMarked;
