package clasp.journal.cli;

import clasp.journal.model.Hmacs;
import clasp.journal.store.Cancellation;
import clasp.journal.store.HmacReport;
import clasp.journal.store.Progress;
import java.util.function.LongConsumer;

/// Checks the HMACs of a file.
@FunctionalInterface
public interface HmacCheck {
    /// @param bad told the seq of each entry whose HMAC is not right, in ascending order
    HmacReport check(JournalToRead journal, Hmacs key, LongConsumer bad, Progress progress, Cancellation cancellation);
}
