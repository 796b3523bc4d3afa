package clasp.journal.ui.recovery;

import clasp.journal.recovery.RecoveredState;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateHistory;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The state of every param at the cursor. Confined to the FX thread.
public final class StateViewModel {
    private static final Duration TYPING = Duration.ofMillis(150);

    /// What is on screen. Immutable.
    ///
    /// @param rows pinned ones first
    record Shown(RecoveredState state, RecoveryRule rule, List<StateRow> rows) {
        Shown {
            rows = List.copyOf(rows);
        }

        /// How many of the rows have just been set.
        long changed() {
            return rows.stream().filter(StateRow::changed).count();
        }
    }

    private final CursorViewModel cursor;
    private final Supplier<Histories> histories;
    private final ObjectProperty<RecoveryRule> rule;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Set<String>> pins = new SimpleObjectProperty<>(Set.of());
    private final Question<Shown> question;
    private final Debounce typing;
    /// The state that was asked for last, so that another order or filter does not recover it anew.
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private StateOrder order = StateOrder.LAST_CHANGE;
    private boolean ascending;
    private boolean playing;
    private long lastShown = Long.MIN_VALUE;

    private record Known(long seq, RecoveryRule rule, long version, RecoveredState state) {
        boolean isFor(long wantedSeq, RecoveryRule wantedRule, long wantedVersion) {
            return seq == wantedSeq && rule == wantedRule && version == wantedVersion;
        }
    }

    StateViewModel(
            CursorViewModel cursor,
            ObjectProperty<RecoveryRule> rule,
            Supplier<Histories> histories,
            Tasks tasks,
            Later later) {
        this.cursor = cursor;
        this.rule = rule;
        this.histories = histories;
        question = new Question<>(tasks, later, Duration.ZERO, Texts.text("recoveryView.task.state"), this::job);
        typing = new Debounce(later, TYPING, question::changedNow);
        cursor.entry().subscribe((before, now) -> moved());
        rule.subscribe((before, now) -> question.changedNow());
        pins.subscribe((before, now) -> question.changedNow());
        filter.subscribe((before, now) -> typing.touch());
    }

    CursorViewModel cursor() {
        return cursor;
    }

    Question<Shown> question() {
        return question;
    }

    /// By which rule the state is recovered.
    ObjectProperty<RecoveryRule> rule() {
        return rule;
    }

    /// An address pattern, or any text.
    StringProperty filter() {
        return filter;
    }

    ObjectProperty<Set<String>> pins() {
        return pins;
    }

    void togglePin(String address) {
        var now = new TreeSet<>(pins.get());
        if (!now.remove(address)) {
            now.add(address);
        }
        pins.set(now);
    }

    void sort(StateOrder by, boolean upwards) {
        if (by != order || upwards != ascending) {
            order = by;
            ascending = upwards;
            question.changedNow();
        }
    }

    /// While the cursor plays, everything that was set since the state shown before has just changed; else only what
    /// the entry at the cursor set.
    void setPlaying(boolean now) {
        playing = now;
    }

    /// Whether the screen shows the cursor's place.
    boolean upToDate() {
        return question.current().get();
    }

    private void moved() {
        question.answer().ifPresent(shown -> lastShown = shown.state().seq());
        question.movesOn();
    }

    private Optional<Job<Shown>> job() {
        return cursor.moment().map(this::recovered);
    }

    private Job<Shown> recovered(long seq) {
        RecoveryRule by = rule.get();
        StateHistory history = histories.get().by(by);
        long version = cursor.browsing().state().get().version();
        long before = playing && lastShown < seq ? lastShown : seq - 1;
        var layout = new StateLayout(filter.get(), order, ascending, pins.get(), before);
        return (progress, cancellation) -> {
            Known last = known.get();
            RecoveredState state =
                    last != null && last.isFor(seq, by, version) ? last.state : history.at(seq, progress, cancellation);
            known.set(new Known(seq, by, version, state));
            return new Shown(state, by, new ArrayList<>(layout.of(state, cancellation)));
        };
    }

    void close() {
        typing.cancel();
        question.close();
    }
}
