package clasp.journal.recovery;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogReport;
import java.util.List;
import java.util.function.Consumer;

/// Tells what a log beside the journal holds alone, and what of it can no longer be read. Stateless.
final class LogCheck {
    private static final int MOST_RANGES = 8;

    private LogCheck() {}

    static void run(JournalReader journal, Consumer<Problem> found, Cancellation cancellation) {
        journal.log(cancellation).ifPresent(log -> tell(log, journal.state().latestSeq(), found));
    }

    private static void tell(LogReport log, long latest, Consumer<Problem> found) {
        if (log.entriesOnlyInLog() > 0) {
            found.accept(Problem.of(
                    ProblemKind.ONLY_IN_LOG,
                    log.onlyInLog().getFirst().first(),
                    null,
                    Long.toString(log.entriesOnlyInLog()),
                    words(log.onlyInLog()),
                    Long.toString(log.frames())));
        }
        if (log.unreadableFrames() > 0) {
            boolean known = log.entriesLost() > 0;
            found.accept(Problem.of(
                    ProblemKind.UNREADABLE_LOG,
                    known ? log.lost().getFirst().first() : latest + 1,
                    null,
                    Long.toString(log.unreadableFrames()),
                    Long.toString(log.firstUnreadableFrame()),
                    known
                            ? RecoveryTexts.text(
                                    "recovery.log.lost", Long.toString(log.entriesLost()), words(log.lost()))
                            : RecoveryTexts.text("recovery.log.unknown")));
        }
    }

    private static String words(List<SeqRange> ranges) {
        String listed = String.join(
                ", ",
                ranges.stream()
                        .limit(MOST_RANGES)
                        .map(range -> range.first() == range.last()
                                ? Long.toString(range.first())
                                : RecoveryTexts.text(
                                        "recovery.log.range",
                                        Long.toString(range.first()),
                                        Long.toString(range.last())))
                        .toList());
        return ranges.size() > MOST_RANGES ? listed + ", …" : listed;
    }
}
