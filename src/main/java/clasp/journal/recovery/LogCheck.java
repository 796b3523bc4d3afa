package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogDamage;
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
                    Long.toString(log.frames()),
                    log.damage().cause() == LogDamage.Cause.NONE ? "0" : "1"));
        }
        LogDamage damage = log.damage();
        String frames = Long.toString(damage.frames());
        if (damage.cause() == LogDamage.Cause.MISSING) {
            found.accept(Problem.of(ProblemKind.MISSING_LOG, latest + 1, null, frames));
        } else if (damage.cause() == LogDamage.Cause.IN_USE) {
            found.accept(Problem.of(ProblemKind.DAMAGED_OPEN_LOG, latest, null, Long.toString(damage.at()), frames));
        } else if (damage.loses()) {
            // Entries are lost from the first that is not there on, also where only later ones are known.
            long seq = log.entriesLost() > 0 ? Math.min(log.lost().getFirst().first(), latest + 1) : latest + 1;
            found.accept(Problem.of(ProblemKind.UNREADABLE_LOG, seq, null, cause(damage), held(log)));
        } else if (damage.cause() == LogDamage.Cause.UNFINISHED) {
            found.accept(Problem.of(ProblemKind.UNFINISHED_LOG, latest + 1, null, Long.toString(damage.at())));
        }
    }

    private static String cause(LogDamage damage) {
        String frames = Long.toString(damage.frames());
        String at = Long.toString(damage.at());
        return switch (damage.cause()) {
            case HEADER -> CoreTexts.text("recovery.log.header", frames);
            case CUT -> CoreTexts.text("recovery.log.cut", frames, at);
            case SHORTER -> CoreTexts.text("recovery.log.shorter", frames, at);
            case FRAME, NONE, UNFINISHED, MISSING, IN_USE -> CoreTexts.text("recovery.log.frame", frames, at);
        };
    }

    /// What is known of the content of the frames that nobody reads.
    private static String held(LogReport log) {
        boolean all = log.damage().readable();
        if (log.entriesLost() == 0) {
            return CoreTexts.text(all ? "recovery.log.nothingElse" : "recovery.log.unknown");
        }
        String lost = CoreTexts.text("recovery.log.lost", Long.toString(log.entriesLost()), words(log.lost()));
        return all ? lost : lost + " " + CoreTexts.text("recovery.log.lostMore");
    }

    private static String words(List<SeqRange> ranges) {
        String listed = String.join(
                ", ",
                ranges.stream()
                        .limit(MOST_RANGES)
                        .map(range -> range.first() == range.last()
                                ? Long.toString(range.first())
                                : CoreTexts.text(
                                        "recovery.log.range",
                                        Long.toString(range.first()),
                                        Long.toString(range.last())))
                        .toList());
        return ranges.size() > MOST_RANGES ? listed + ", …" : listed;
    }
}
