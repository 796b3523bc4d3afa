package clasp.journal.ui.recovery;

import clasp.journal.model.SeqRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.query.TextPattern;
import clasp.journal.recovery.LastMoments;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What happened in the last moments before the cursor, by author and address. Confined to the FX thread.
public final class MomentsViewModel {
    static final List<Duration> SPANS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));
    private static final Duration REST = Duration.ofMillis(120);

    private final CursorViewModel cursor;
    private final ObjectProperty<Duration> span = new SimpleObjectProperty<>(SPANS.get(1));
    private final Question<LastMoments> question;

    MomentsViewModel(CursorViewModel cursor, Tasks tasks, Later later) {
        this.cursor = cursor;
        JournalReader journal = cursor.browsing().journal();
        question = new Question<>(
                tasks,
                later,
                REST,
                Texts.text("recoveryView.task.moments"),
                () -> Optional.ofNullable(cursor.entry().get()).map(end -> {
                    Duration back = span.get();
                    return (progress, cancellation) -> LastMoments.before(journal, end, back, cancellation);
                }));
        cursor.entry().subscribe((before, now) -> question.changed());
        span.subscribe((before, now) -> question.changedNow());
    }

    CursorViewModel cursor() {
        return cursor;
    }

    Question<LastMoments> question() {
        return question;
    }

    /// How far back from the cursor.
    ObjectProperty<Duration> span() {
        return span;
    }

    void go(LastMoments.Group group) {
        cursor.focus().select(group.address());
        cursor.moveTo(group.last().seq());
    }

    /// Where the last value of the group comes from.
    void why(LastMoments.Group group) {
        cursor.focus().ask(group.address());
        cursor.moveTo(group.last().seq());
    }

    /// Filters the table to the entries of the group, and no others of its author or address.
    void show(LastMoments.Group group) {
        cursor.browsing()
                .query()
                .set(Query.of(new Filter.And(List.of(
                        new Filter.Address(AddressPattern.literally(group.address())),
                        new Filter.Author(new TextPattern(group.author())),
                        new Filter.Seq(
                                new SeqRange(group.firstSeq(), group.last().seq()))))));
    }

    void close() {
        question.close();
    }
}
