package clasp.journal.ui.sources;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;

/// The way to a router of our own. Thread-safe.
@FunctionalInterface
public interface HostAccess {
    /// Starts it; may wait for a disk or a name server.
    ///
    /// @param progress in bytes, where a journal whose log is damaged is copied before; else told nothing
    /// @throws RuntimeException with a sentence when it may not listen there, or cannot, or the journal cannot be
    ///     written
    HostedSession host(HostChoice choice, Progress progress, Cancellation cancellation);
}
