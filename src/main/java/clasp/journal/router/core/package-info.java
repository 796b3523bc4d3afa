/// What a CLASP router decides: the live state and its rules, who receives what, what is answered. No I/O, no threads
/// and no clock; whoever uses it says what time it is.
///
/// [clasp.journal.router.core.Writes] turns SET, PUBLISH and BUNDLE into [clasp.journal.router.core.Change]s, which can
/// be taken back until they are journaled. [clasp.journal.router.core.Subscriptions] tells who is to hear of a change.
/// [clasp.journal.router.core.Requests] answers everything else.
@NullMarked
package clasp.journal.router.core;

import org.jspecify.annotations.NullMarked;
