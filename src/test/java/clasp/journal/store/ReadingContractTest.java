package clasp.journal.store;

import clasp.journal.model.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// What every backend must fulfil that can be read.
public abstract class ReadingContractTest
        implements PatternContract,
                PageContract,
                FilterContract,
                GlanceContract,
                OverviewContract,
                HistogramContract,
                CancelContract {
    private final Deque<JournalReader> opened = new ArrayDeque<>();

    /// A new journal that holds exactly these entries under their own, ascending seqs.
    protected abstract JournalReader journalOf(List<Entry> entries);

    @Override
    public final JournalReader holding(List<Entry> entries) {
        return closedAfterTheTest(journalOf(entries));
    }

    protected final <J extends JournalReader> J closedAfterTheTest(J journal) {
        opened.push(journal);
        return journal;
    }

    @AfterEach
    void close() {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
