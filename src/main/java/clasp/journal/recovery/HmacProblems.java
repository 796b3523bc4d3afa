package clasp.journal.recovery;

import clasp.journal.model.Hmacs;
import clasp.journal.store.Cancellation;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Looks for wrong HMACs and for those that cannot be read, which takes a key and so is no part of every [ProblemScan].
/// Stateless.
public final class HmacProblems {
    private HmacProblems() {}

    /// @return what was checked; empty when the journal has no place for HMACs
    public static Optional<HmacReport> run(
            JournalReader journal, Hmacs key, Consumer<Problem> found, Progress progress, Cancellation cancellation) {
        return run(journal, found, cancellation, wrong -> journal.checkHmacs(key, wrong, progress, cancellation));
    }

    /// The same where somebody else checks them.
    ///
    /// @param check told what to tell the seq of each entry whose HMAC is wrong
    public static Optional<HmacReport> run(
            JournalReader journal,
            Consumer<Problem> found,
            Cancellation cancellation,
            Function<LongConsumer, Optional<HmacReport>> check) {
        Optional<HmacReport> report;
        try (WrongHmacs wrong = new WrongHmacs(journal, found, cancellation)) {
            report = check.apply(wrong);
        }
        report.ifPresent(checked -> checked.unchecked()
                .map(why -> Problem.of(ProblemKind.UNCHECKED_HMACS, checked.firstMissing(), null, why))
                .ifPresent(found));
        return report;
    }
}
