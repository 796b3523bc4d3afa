package clasp.journal.live;

import clasp.journal.model.SeqRange;
import clasp.journal.store.JournalReader;
import java.time.Duration;

/// What happened to a journal that is followed. Told one at a time, in order, on the thread that follows, and at last
/// on the one that closes it. Immutable.
public sealed interface LiveEvent {
    /// The relay answers again.
    record Connected() implements LiveEvent {}

    /// Entries came.
    ///
    /// @param seqs from the first to the last of them
    record Batch(SeqRange seqs, int entries) implements LiveEvent {}

    /// The relay had dropped entries before they were read: its ring is smaller than what was written meanwhile.
    ///
    /// @param orAnew whether the connection was lost before: then the relay may have begun anew instead, with so
    ///     many entries since that none is left to show it, and what follows belongs to another session
    record Gap(SeqRange missing, boolean orAnew) implements LiveEvent {
        /// How many at most: seqs of failed appends never had an entry.
        public long entries() {
            return missing.last() - missing.first() + 1;
        }
    }

    /// The relay began anew: its seqs count from 1 again, or stand for other entries.
    ///
    /// @param ended what was read before; from now on it is for whoever is told to close it
    record NewSession(JournalReader ended) implements LiveEvent {}

    /// It is closed, and nothing of it is tried any more.
    record Closed() implements LiveEvent {}

    /// There is no usable answer. Told once until it is another sentence.
    ///
    /// @param sentence why, and what can be done
    /// @param nextTry until it is tried again
    /// @param wantsToken whether another token would help
    record Disconnected(String sentence, Duration nextTry, boolean wantsToken) implements LiveEvent {}
}
