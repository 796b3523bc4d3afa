/// An embeddable CLASP router with a journal, served over WebSocket and, for the journal, over REST.
///
/// One thread, the [clasp.journal.router.Engine]'s, works through what all clients send, in the order of its arrival,
/// by the rules of `router.core`. Writes that are waiting are journaled together and take effect only then, see
/// [clasp.journal.router.JournaledWrites]. A client's next message is read when its last one is done with, so that
/// nothing piles up on the way in; on the way out every client has a bounded queue, see [clasp.journal.router.Outbox].
/// [clasp.journal.router.WebServer] and what it makes are the only users of the server library.
@NullMarked
package clasp.journal.router;

import org.jspecify.annotations.NullMarked;
