package clasp.journal.ui.export;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Counts the matches of one filter in the background. When the journal has grown, only what is new is counted, and the
/// number known so far stays meanwhile. Confined to the FX thread.
final class MatchCounter {
    private static final Duration REST = Duration.ofSeconds(1);

    private final JournalReader journal;
    private final Filter filter;
    private final Tasks tasks;
    private final Later later;
    private final ReadOnlyObjectWrapper<MatchCount> count =
            new ReadOnlyObjectWrapper<>(new MatchCount.Counting(Fraction.UNKNOWN));
    private final TaskSlot counting = new TaskSlot();
    private Runnable withdraw = () -> {};
    private boolean busy;
    private boolean due;

    MatchCounter(JournalReader journal, Filter filter, Tasks tasks, Later later) {
        this.journal = journal;
        this.filter = filter;
        this.tasks = tasks;
        this.later = later;
    }

    ReadOnlyObjectProperty<MatchCount> count() {
        return count.getReadOnlyProperty();
    }

    /// Counts from the beginning.
    void start() {
        end();
        count.set(new MatchCount.Counting(Fraction.UNKNOWN));
        count(null);
    }

    /// The journal has changed: what is new is counted after a rest, or when the present count has ended.
    void journalChanged() {
        if (busy) {
            due = true;
        } else if (count.get() instanceof MatchCount.Counted known) {
            busy = true;
            withdraw = later.after(REST, () -> count(known));
        }
    }

    /// The user does not want to wait any longer.
    void stop() {
        end();
        if (count.get() instanceof MatchCount.Counting) {
            count.set(new MatchCount.Stopped());
        }
    }

    /// Ends the work in the background.
    void end() {
        withdraw.run();
        withdraw = () -> {};
        busy = false;
        due = false;
        counting.cancel();
    }

    private void count(MatchCount.@Nullable Counted known) {
        busy = true;
        due = false;
        tasks.task(Texts.text("export.task.count"), (progress, cancellation) -> count(known, progress, cancellation))
                .replacing(counting)
                .onProgress((done, total) -> {
                    if (count.get() instanceof MatchCount.Counting) {
                        count.set(new MatchCount.Counting(Fraction.of(done, total)));
                    }
                })
                .onSuccess(this::show)
                .onFailure(error -> show(new MatchCount.Failed(ExportWords.sentence(error))))
                .start();
    }

    private void show(MatchCount found) {
        busy = false;
        count.set(found);
        if (due) {
            due = false;
            journalChanged();
        }
    }

    private MatchCount count(MatchCount.@Nullable Counted known, Progress progress, Cancellation cancellation) {
        JournalState state = journal.state();
        long first = state.firstSeq();
        long last = state.latestSeq();
        // Whatever is deleted from a journal is deleted from its beginning.
        if (known == null || known.firstSeq() != first || known.lastSeq() > last) {
            long entries = journal.count(within(SeqRange.ALL.first(), last), progress, cancellation);
            return new MatchCount.Counted(entries, first, last);
        }
        long more =
                known.lastSeq() == last ? 0 : journal.count(within(known.lastSeq() + 1, last), progress, cancellation);
        return new MatchCount.Counted(known.entries() + more, first, last);
    }

    private Filter within(long first, long last) {
        List<Filter> parts = new ArrayList<>();
        parts.add(new Filter.Seq(new SeqRange(first, last)));
        if (filter instanceof Filter.And and) {
            parts.addAll(and.parts());
        } else {
            parts.add(filter);
        }
        return new Filter.And(parts);
    }
}
