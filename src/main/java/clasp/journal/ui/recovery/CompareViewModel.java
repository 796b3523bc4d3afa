package clasp.journal.ui.recovery;

import clasp.journal.recovery.ComparedState;
import clasp.journal.recovery.JsonNumber;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateComparison;
import clasp.journal.recovery.StateDifference;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.JournalChange;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// In what two states differ: recoveries at the cursor, the newest state, snapshots, the state at another seq or in
/// another journal. Confined to the FX thread.
public final class CompareViewModel {
    private static final Duration REST = Duration.ofMillis(150);

    private final CursorViewModel cursor;
    private final ComparedStates states;
    private final OtherJournal other;
    private final Tasks tasks;
    private final ComparedSide left = new ComparedSide(new StateChoice.AtCursor(RecoveryRule.DOCUMENTED));
    private final ComparedSide right = new ComparedSide(new StateChoice.AtCursor(RecoveryRule.CLASP_ROUTER));
    private final StringProperty tolerance = new SimpleStringProperty("0");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper exported = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Set<StateDifference.Kind>> kinds =
            new SimpleObjectProperty<>(EnumSet.allOf(StateDifference.Kind.class));
    private final ReadOnlyObjectWrapper<StateChoices> choices = new ReadOnlyObjectWrapper<>(StateChoices.NONE);
    private final Question<StateComparison> question;
    private final Debounce typing;
    private final TaskSlot listing = new TaskSlot();
    private final TaskSlot saving = new TaskSlot();
    private boolean watched;

    CompareViewModel(
            CursorViewModel cursor, Supplier<Histories> histories, OtherJournal other, Tasks tasks, Later later) {
        this.cursor = cursor;
        states = new ComparedStates(cursor, histories, other);
        this.other = other;
        this.tasks = tasks;
        question = new Question<>(tasks, later, REST, Texts.text("recoveryView.task.compare"), this::job);
        typing = new Debounce(later, REST, question::changedNow);
        cursor.entry().subscribe((before, now) -> {
            if (left.moves() || right.moves()) {
                question.changed();
            }
        });
        cursor.browsing().state().subscribe((before, now) -> {
            if (follows(left) || follows(right)) {
                question.movesOn();
            } else if (!problem.get().isEmpty()) {
                // A seq that was beyond the newest may be there now.
                question.changed();
            }
        });
        cursor.browsing().onChange(change -> {
            if (watched && change != JournalChange.GREW) {
                list();
            }
        });
        for (ComparedSide side : List.of(left, right)) {
            side.choice.subscribe((before, now) -> question.changedNow());
            side.seq.subscribe((before, now) -> typing.touch());
        }
        tolerance.subscribe((before, now) -> typing.touch());
        other.opened().subscribe((before, now) -> {
            list();
            question.changedNow();
        });
        other.onChange(change -> {
            if (left.elsewhere() || right.elsewhere()) {
                otherChanged(change);
            }
        });
    }

    private void otherChanged(JournalChange change) {
        if (change == JournalChange.GREW) {
            question.movesOn();
        } else {
            question.doubt();
            question.settle();
        }
    }

    CursorViewModel cursor() {
        return cursor;
    }

    OtherJournal other() {
        return other;
    }

    ComparedSide left() {
        return left;
    }

    ComparedSide right() {
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
    ReadOnlyObjectProperty<StateChoices> choices() {
        return choices.getReadOnlyProperty();
    }

    /// Asks once more: a router elsewhere holds something else by now.
    void askAgain() {
        typing.cancel();
        question.changedNow();
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
        watched = now;
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
        tasks.task("list the snapshots", (progress, cancellation) -> StateChoices.of(journal))
                .replacing(listing)
                .onSuccess(now -> {
                    for (ComparedSide side : List.of(left, right)) {
                        if (side.router.get().isEmpty()) {
                            side.router.set(now.routerElsewhere().orElse(""));
                        }
                    }
                    choices.set(now);
                })
                .start();
    }

    private boolean follows(ComparedSide side) {
        return side.follows(choices.get().routerElsewhere().isPresent());
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

    private Optional<Job<ComparedState>> state(ComparedSide side) {
        return states.of(side, () -> seq(side.seq.get()));
    }

    private Optional<Long> seq(String typed) {
        OptionalLong seq = NumberText.parse(typed);
        long newest = cursor.browsing().state().get().highestSeqGiven();
        if (seq.isEmpty()) {
            problem.set(Texts.text("recoveryView.compare.badSeq"));
            return Optional.empty();
        } else if (seq.getAsLong() > newest) {
            problem.set(Texts.text("recoveryView.compare.beyond", NumberText.seq(newest)));
            return Optional.empty();
        }
        return Optional.of(seq.getAsLong());
    }

    void close() {
        watched = false;
        question.close();
        listing.cancel();
        saving.cancel();
    }
}
