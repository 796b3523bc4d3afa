package clasp.journal.ui.recording;

import clasp.journal.model.SignalType;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The way to running routers. Thread-safe.
@FunctionalInterface
public interface RecordingAccess {
    /// @param url as typed
    /// @param token as typed; empty for none
    /// @param patterns what matches any of them is recorded; none for everything
    /// @param types none for all
    /// @param history whether what the router's journal holds is recorded first
    /// @throws IllegalArgumentException with a sentence when one of them cannot be meant
    Source at(String url, String token, List<String> patterns, Set<SignalType> types, boolean history);

    /// A router that may answer or not. Thread-safe.
    interface Source {
        /// Short, for a tab.
        String name();

        /// The same with another token.
        ///
        /// @throws IllegalArgumentException with a sentence when it cannot be one
        Source withToken(String token);

        /// Begins to record into memory.
        ///
        /// @param entries how many are kept, from 1
        /// @throws clasp.journal.store.JournalException when the router does not let us listen
        Recording intoMemory(int entries, Cancellation cancellation);

        /// Begins to record into a new file.
        ///
        /// @throws clasp.journal.store.JournalException when that is not possible, too
        Recording intoFile(Path file, Cancellation cancellation);
    }
}
