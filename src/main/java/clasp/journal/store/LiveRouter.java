package clasp.journal.store;

import clasp.journal.model.Param;
import java.util.List;
import java.util.Optional;

/// The running router that writes a journal. Thread-safe.
public interface LiveRouter {
    /// Where clients probably connect to it, for the user to correct; empty where there is no doubt.
    default Optional<String> suggestedAddress() {
        return Optional.empty();
    }

    /// What it holds at this moment, in any order. Blocks until it has said so.
    ///
    /// @param address where clients connect to it; of no account where there is no suggestion
    /// @throws JournalException with a sentence when it does not say
    List<Param> params(String address, Cancellation cancellation);
}
