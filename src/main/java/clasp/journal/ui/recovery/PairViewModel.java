package clasp.journal.ui.recovery;

import static clasp.journal.recovery.JournalPair.Position.START;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.JournalChange;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// This journal beside another: where they part first, where next and where before, and what stands there. Confined to
/// the FX thread.
public final class PairViewModel {
    private static final int BEFORE = 20;
    private static final int AFTER = 180;

    private final CursorViewModel cursor;
    private final OtherJournal other;
    private final ObjectProperty<JournalPair.Alignment> alignment =
            new SimpleObjectProperty<>(JournalPair.Alignment.SEQ);
    private final Question<JournalPair.Part> question;
    private final Freshness freshness;
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper noFirst = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper noStep = new ReadOnlyStringWrapper("");
    /// Where it was looked from on the way here.
    private final Deque<JournalPair.Position> way = new ArrayDeque<>();
    private JournalPair.Position from = START;
    private boolean stepping;

    PairViewModel(CursorViewModel cursor, OtherJournal other, Tasks tasks, Later later) {
        this.cursor = cursor;
        this.other = other;
        JournalReader journal = cursor.browsing().journal();
        question = new Question<JournalPair.Part>(
                        tasks,
                        later,
                        Duration.ZERO,
                        Texts.text("recoveryView.task.pair"),
                        () -> other.get().map(opened -> {
                            var pair = new JournalPair(journal, opened.journal(), alignment.get());
                            JournalPair.Position start = from;
                            return (progress, cancellation) ->
                                    pair.divergence(start, BEFORE, AFTER, progress, cancellation);
                        }))
                .tellingHowFar();
        other.opened().subscribe((before, now) -> first());
        alignment.subscribe((before, now) -> first());
        other.onChange(this::otherChanged);
        freshness = new Freshness(question, cursor.browsing().state(), other.state());
        freshness.outdated().subscribe(this::judge);
        question.outcome().subscribe(this::judge);
        question.current().subscribe(this::judge);
    }

    CursorViewModel cursor() {
        return cursor;
    }

    OtherJournal other() {
        return other;
    }

    /// What makes two entries stand in one row.
    ObjectProperty<JournalPair.Alignment> alignment() {
        return alignment;
    }

    Question<JournalPair.Part> question() {
        return question;
    }

    /// Whether a journal has grown beyond the end to which they were compared: whoever wants to know has to
    /// [look again][#lookAgain()].
    ReadOnlyBooleanProperty outdated() {
        return outdated.getReadOnlyProperty();
    }

    /// Why the first divergence cannot be looked for, as a sentence; empty when it can.
    ReadOnlyStringProperty noFirst() {
        return noFirst.getReadOnlyProperty();
    }

    /// Why there is no divergence to go on or back from, as a sentence; empty when there may be one.
    ReadOnlyStringProperty noStep() {
        return noStep.getReadOnlyProperty();
    }

    private void otherChanged(JournalChange change) {
        if (change != JournalChange.GREW) {
            question.doubt();
            question.settle();
        }
    }

    private void judge() {
        outdated.set(freshness.outdated().get()
                && question.answer().filter(PairViewModel::reachesTheEnd).isPresent());
        String alone = other.get().isPresent() ? "" : Texts.text("recoveryView.pair.alone");
        noFirst.set(alone);
        // Whoever goes from one to the next keeps the keyboard on the button.
        boolean ready = stepping || question.answer().isPresent();
        noStep.set(alone.isEmpty() && !ready ? Texts.text("recoveryView.pair.notYet") : alone);
    }

    /// Looks from the beginning.
    void first() {
        way.clear();
        from = START;
        stepping = false;
        question.changedNow();
    }

    /// Looks once more from where it last looked.
    void lookAgain() {
        question.changedNow();
    }

    /// Whether more entries would be more rows.
    private static boolean reachesTheEnd(JournalPair.Part part) {
        return part.divergence() < 0 || part.rows().size() - part.divergence() < AFTER;
    }

    /// Looks on for the divergence after the one that is shown. After the last, and when the search was stopped, it
    /// looks once more from where it did: a journal may have grown meanwhile.
    void next() {
        if (searching()) {
            return;
        }
        stepping = true;
        question.answer().map(JournalPair.Part::next).ifPresent(next -> {
            way.push(from);
            from = next;
        });
        question.changedNow();
    }

    /// Looks back for the one before, from where it was come to; before the first there is only that.
    void previous() {
        if (!way.isEmpty()) {
            from = way.pop();
        }
        stepping = true;
        question.changedNow();
    }

    private boolean searching() {
        return switch (question.outcome().get()) {
            case Outcome.Working<?> _ -> true;
            case Outcome.Ready<?> _ -> !question.current().get();
            case Outcome.Nothing<?> _, Outcome.Stopped<?> _, Outcome.Failed<?> _ -> false;
        };
    }

    /// Takes the cursor to the entry of this journal, or to the last one before where it would be.
    void go(JournalPair.Pair pair) {
        if (pair.left() == null && alignment.get() == JournalPair.Alignment.TIME) {
            // The seqs of the other journal say nothing here.
            question.answer().flatMap(part -> before(part.rows(), pair)).ifPresent(cursor::moveTo);
        } else {
            cursor.moveTo(pair.seq());
        }
    }

    private static Optional<Long> before(List<JournalPair.Pair> rows, JournalPair.Pair pair) {
        return rows.subList(0, Math.max(0, rows.indexOf(pair))).reversed().stream()
                .map(JournalPair.Pair::left)
                .filter(Objects::nonNull)
                .map(Entry::seq)
                .findFirst();
    }

    void close() {
        question.close();
    }
}
