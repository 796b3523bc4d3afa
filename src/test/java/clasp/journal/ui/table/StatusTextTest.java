package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.RowIndex;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final Filter FILTER = Query.parse("value~\"zzqx\"").filter();
    private static final long TEN_SECONDS = 10_000_000_000L;

    private final SyntheticJournal journal = new SyntheticJournal(1, 1_000);
    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run, (what, error) -> {
        throw new AssertionError(what, error);
    });
    private final List<String> said = new ArrayList<>();
    private final RowNumbering all = numbering(journal);
    private final RowNumbering matches = numbering(new Slow());
    private long now;

    /// A quarter of its search takes ten seconds.
    private final class Slow extends ForwardingReader {
        @Override
        protected JournalReader target() {
            return journal;
        }

        @Override
        public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
            said.add(status());
            progress.report(0, 100);
            now += TEN_SECONDS;
            progress.report(25, 100);
            return super.rowIndex(filter, Progress.NONE, cancellation);
        }
    }

    private RowNumbering numbering(JournalReader reader) {
        return new RowNumbering(reader, tasks, () -> now, () -> said.add(status()), error -> {
            throw new AssertionError(error);
        });
    }

    private String status() {
        return StatusText.of(FILTER, matches, all, 0, -1, SeqSelection.EMPTY);
    }

    @Test
    void aSearchThatTakesLongSaysHowMuchOfItIsDoneAndHowLongTheRestTakes() {
        all.prepare(Filter.ALL, journal.state());
        matches.prepare(FILTER, journal.state());

        matches.index();

        assertThat(said)
                .contains("0 or more of 1,000 entries · counting, 0 %")
                .contains("0 or more of 1,000 entries · counting, 25 % · about 30 s left");
        assertThat(said.getLast()).as("when it is over").doesNotContain("counting", "left");
    }

    @Test
    void anotherSearchSaysNothingOfTheRestOfTheOneBefore() {
        all.prepare(Filter.ALL, journal.state());
        matches.prepare(FILTER, journal.state());
        matches.index();
        said.clear();

        matches.prepare(FILTER, journal.state());
        matches.index();

        assertThat(said.getFirst()).doesNotContain("left");
    }
}
