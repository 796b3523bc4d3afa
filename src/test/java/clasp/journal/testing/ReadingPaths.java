package clasp.journal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.recovery.Recovery;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateReplay;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Every way in which the program reads a file, one after the other.
public final class ReadingPaths {
    private static final Cancellation NEVER = Cancellation.none();

    private interface Reading {
        void run(JournalReader journal);
    }

    private static final List<Reading> ALL = List.of(
            JournalReader::info,
            JournalReader::state,
            JournalReader::timeSpan,
            journal -> journal.page(PageRequest.forward(Filter.ALL, 0, 500), NEVER),
            journal -> journal.page(PageRequest.forward(filter("/a/** value>5"), 0, 500), NEVER),
            journal -> journal.entry(5),
            journal -> journal.scan(Filter.ALL, SeqRange.ALL, entry -> true, NEVER),
            journal -> journal.glance(SeqRange.ALL, glance -> {}, NEVER),
            journal -> journal.count(filter("/*/1 or \"x\""), Progress.NONE, NEVER),
            journal -> journal.rowIndex(filter("/a/1"), Progress.NONE, NEVER),
            journal -> journal.seqAtTime(7),
            journal -> journal.histogram(Filter.ALL, TimeRange.ALL, 50, Progress.NONE, NEVER),
            journal -> journal.estimate(TimeRange.ALL, 50, NEVER),
            journal -> journal.firstSegments(9, NEVER),
            journal -> journal.addresses(Progress.NONE, NEVER),
            journal -> journal.addressesStartingWith("/a", 9, NEVER),
            journal -> journal.authorsStartingWith("a", 9, NEVER),
            journal -> journal.missingSeqs(9, NEVER),
            journal -> journal.snapshots().stream().map(SnapshotInfo::id).forEach(id -> journal.snapshot(id, NEVER)),
            JournalReader::originals,
            journal -> journal.log(NEVER),
            JournalReader::compaction,
            journal -> new ProblemScan(journal).run(problem -> {}, Progress.NONE, NEVER),
            journal -> new StateReplay(journal).latest(Progress.NONE, NEVER),
            journal -> new Recovery(journal, RecoveryRule.values()[0]).latest(Progress.NONE, NEVER));

    private ReadingPaths() {}

    private static Filter filter(String text) {
        return Query.parse(text).filter();
    }

    /// How many there are.
    public static int count() {
        return ALL.size();
    }

    /// Tries all of them; whatever fails fails with a sentence that names the file. Returns how many did not fail.
    public static int tryAll(Path file) {
        return tryAll(file, () -> new SqliteJournals().open(file, Progress.NONE, NEVER));
    }

    /// The same with what is left of a damaged file.
    public static int tryLeft(Path file) {
        return tryAll(file, () -> new SqliteJournals().openLeft(file, Progress.NONE, NEVER));
    }

    private static int tryAll(Path file, Supplier<JournalReader> opener) {
        int read = 0;
        try (JournalReader journal = opener.get()) {
            for (Reading reading : ALL) {
                try {
                    reading.run(journal);
                    read++;
                } catch (JournalException e) {
                    clear(e, file);
                }
            }
        } catch (JournalException e) {
            clear(e, file);
        }
        return read;
    }

    private static void clear(JournalException failure, Path file) {
        assertThat(failure)
                .hasMessageContaining(file.getFileName().toString())
                .message()
                .doesNotContain("Exception", "null");
    }
}
