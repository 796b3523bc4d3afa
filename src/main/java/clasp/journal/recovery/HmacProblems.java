package clasp.journal.recovery;

import clasp.journal.model.Hmacs;
import clasp.journal.store.Cancellation;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks for wrong HMACs, which takes a key and so is no part of every [ProblemScan]. Stateless.
public final class HmacProblems {
    private HmacProblems() {}

    /// @return what was checked; empty when the journal has no place for HMACs
    public static Optional<HmacReport> run(
            JournalReader journal, Hmacs key, Consumer<Problem> found, Progress progress, Cancellation cancellation) {
        try (WrongHmacs wrong = new WrongHmacs(journal, found, cancellation)) {
            return journal.checkHmacs(key, wrong, progress, cancellation);
        }
    }
}
