package clasp.journal.ui.sources;

import clasp.journal.store.Cancellation;

/// The way to a router of our own. Thread-safe.
@FunctionalInterface
public interface HostAccess {
    /// Starts it; may wait for a disk or a name server.
    ///
    /// @throws RuntimeException with a sentence when it may not listen there, or cannot, or the journal cannot be
    ///     written
    HostedSession host(HostChoice choice, Cancellation cancellation);
}
