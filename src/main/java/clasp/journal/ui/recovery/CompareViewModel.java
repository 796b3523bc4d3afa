package clasp.journal.ui.recovery;

import clasp.journal.recovery.ComparedState;
import clasp.journal.recovery.JsonNumber;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateComparison;
import clasp.journal.recovery.StateDifference;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// In what two states differ: recoveries at the cursor, the newest state, snapshots, the state at another seq or in
/// another journal. Confined to the FX thread.
public final class CompareViewModel {
    private static final Duration REST = Duration.ofMillis(150);

    /// One of the two states. Confined to the FX thread.
    static final class Side {
        final ObjectProperty<StateChoice> choice;
        /// As typed, for [StateChoice.AtSeq].
        final StringProperty seq = new SimpleStringProperty("");

        Side(StateChoice first) {
            choice = new SimpleObjectProperty<>(first);
        }
    }

    private final CursorViewModel cursor;
    private final ComparedStates states;
    private final OtherJournal other;
    private final Tasks tasks;
    private final Side left = new Side(new StateChoice.AtCursor(RecoveryRule.DOCUMENTED));
    private final Side right = new Side(new StateChoice.AtCursor(RecoveryRule.CLASP_ROUTER));
    private final StringProperty tolerance = new SimpleStringProperty("0");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper exported = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Set<StateDifference.Kind>> kinds =
            new SimpleObjectProperty<>(EnumSet.allOf(StateDifference.Kind.class));
    private final ObjectProperty<List<StateChoice>> choices = new SimpleObjectProperty<>(List.of());
    private final Question<StateComparison> question;
    private final TaskSlot listing = new TaskSlot();
    private final TaskSlot saving = new TaskSlot();

    CompareViewModel(CursorViewModel cursor, Histories histories, OtherJournal other, Tasks tasks, Later later) {
        this.cursor = cursor;
        states = new ComparedStates(cursor, histories, other);
        this.other = other;
        this.tasks = tasks;
        question = new Question<>(tasks, later, REST, Texts.text("recoveryView.task.compare"), this::job);
        var typing = new Debounce(later, REST, question::changedNow);
        cursor.entry().subscribe((before, now) -> {
            if (moves(left) || moves(right)) {
                question.changed();
            }
        });
        cursor.browsing().state().subscribe((before, now) -> {
            if (follows(left) || follows(right)) {
                question.movesOn();
            }
        });
        for (Side side : List.of(left, right)) {
            side.choice.subscribe((before, now) -> question.changedNow());
            side.seq.subscribe((before, now) -> typing.touch());
        }
        tolerance.subscribe((before, now) -> typing.touch());
        other.opened().subscribe((before, now) -> {
            list();
            question.changedNow();
        });
    }

    CursorViewModel cursor() {
        return cursor;
    }

    OtherJournal other() {
        return other;
    }

    Side left() {
        return left;
    }

    Side right() {
        return right;
    }

    /// How far numbers may be apart and still count as equal, as typed.
    StringProperty tolerance() {
        return tolerance;
    }

    /// What is wrong with what was typed, as a sentence; empty when nothing is.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// What became of the export, as a sentence; empty when there was none.
    ReadOnlyStringProperty exported() {
        return exported.getReadOnlyProperty();
    }

    /// The kinds of difference to list.
    ObjectProperty<Set<StateDifference.Kind>> kinds() {
        return kinds;
    }

    /// What can be compared now.
    ObjectProperty<List<StateChoice>> choices() {
        return choices;
    }

    Question<StateComparison> question() {
        return question;
    }

    List<StateDifference> listed(StateComparison comparison) {
        Set<StateDifference.Kind> wanted = kinds.get();
        return comparison.differences().stream()
                .filter(difference -> wanted.contains(difference.kind()))
                .toList();
    }

    /// Works while somebody looks.
    void watch(boolean now) {
        if (now) {
            list();
        }
        question.watch(now);
    }

    /// Writes the comparison on screen, every kind of it.
    void export(Path file) {
        question.answer()
                .ifPresent(comparison -> tasks.task(
                                "write " + file,
                                (progress, cancellation) -> ComparisonCsv.write(comparison, file, cancellation))
                        .replacing(saving)
                        .onSuccess(rows -> exported.set(
                                Texts.text("recoveryView.compare.exported", rows, String.valueOf(file.getFileName()))))
                        .onFailure(error -> exported.set(String.valueOf(error.getMessage())))
                        .start());
    }

    /// How the choice is called in a list.
    String label(StateChoice choice) {
        return states.label(choice);
    }

    private void list() {
        JournalReader journal = cursor.browsing().journal();
        tasks.task("list the snapshots", (progress, cancellation) -> journal.snapshots())
                .replacing(listing)
                .onSuccess(snapshots -> {
                    List<StateChoice> all = new ArrayList<>(List.of(
                            new StateChoice.AtCursor(RecoveryRule.DOCUMENTED),
                            new StateChoice.AtCursor(RecoveryRule.CLASP_ROUTER),
                            new StateChoice.Newest()));
                    snapshots.reversed().forEach(info -> all.add(new StateChoice.Stored(info)));
                    all.add(new StateChoice.AtSeq());
                    all.add(new StateChoice.Elsewhere());
                    choices.set(List.copyOf(all));
                })
                .start();
    }

    private static boolean follows(Side side) {
        return side.choice.get() instanceof StateChoice.Newest;
    }

    private boolean moves(Side side) {
        return side.choice.get() instanceof StateChoice.AtCursor;
    }

    private Optional<Job<StateComparison>> job() {
        Optional<BigDecimal> near = JsonNumber.of(
                        tolerance.get().isBlank() ? "0" : tolerance.get().strip())
                .filter(number -> number.signum() >= 0);
        problem.set(near.isPresent() ? "" : Texts.text("recoveryView.compare.badTolerance"));
        Optional<Job<ComparedState>> one = state(left);
        Optional<Job<ComparedState>> another = state(right);
        if (near.isEmpty() || one.isEmpty() || another.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((progress, cancellation) -> StateComparison.between(
                one.get().run(progress, cancellation),
                another.get().run(progress, cancellation),
                near.get(),
                cancellation));
    }

    private Optional<Job<ComparedState>> state(Side side) {
        return states.of(side.choice.get(), () -> seq(side.seq.get()));
    }

    private Optional<Long> seq(String typed) {
        try {
            return Optional.of(Long.valueOf(typed.strip().replace(",", "")));
        } catch (NumberFormatException e) {
            problem.set(Texts.text("recoveryView.compare.badSeq"));
            return Optional.empty();
        }
    }

    void close() {
        question.close();
        listing.cancel();
        saving.cancel();
    }
}
