package clasp.journal.ui.recovery;

import clasp.journal.model.Hmacs;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.Severity;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is wrong with the journal, for the list, the marks and the way from one problem to the next. Looks once; when
/// the journal has changed since, it says so and looks again when asked. Confined to the FX thread.
public final class ProblemsViewModel {
    private final Browsing browsing;
    private final CursorViewModel cursor;
    private final Tasks tasks;
    private final Question<ProblemSearch.Found> question;
    private final TaskSlot saving = new TaskSlot();
    private final ObjectProperty<Set<Severity>> severities = new SimpleObjectProperty<>(EnumSet.allOf(Severity.class));
    private final ReadOnlyStringWrapper report = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hmacs = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper keyRefused = new ReadOnlyBooleanWrapper();
    private final Freshness freshness;
    private @Nullable Hmacs key;

    ProblemsViewModel(CursorViewModel cursor, Tasks tasks, Later later) {
        this.cursor = cursor;
        this.tasks = tasks;
        browsing = cursor.browsing();
        JournalReader journal = browsing.journal();
        question = new Question<>(tasks, later, Duration.ZERO, Texts.text("recoveryView.task.problems"), () -> {
            Hmacs with = key;
            return Optional.of(
                    (progress, cancellation) -> new ProblemSearch(journal, with).run(progress, cancellation));
        });
        question.outcome().subscribe(outcome -> {
            if (outcome instanceof Outcome.Ready<ProblemSearch.Found>(ProblemSearch.Found found)) {
                browsing.marks().set(found.marks());
                keyRefused.set(isProbablyAnother(found));
                hmacs.set(found.key() == null ? "" : checked(found));
            } else if (outcome instanceof Outcome.Stopped) {
                cursor.giveUp();
            }
        });
        question.onSettled(cursor::goOn);
        freshness = new Freshness(question, browsing.state());
        browsing.state().subscribe((before, now) -> {
            if (before.isEmpty() && !now.isEmpty()) {
                // There was nothing to look through.
                lookAgain();
            }
        });
    }

    CursorViewModel cursor() {
        return cursor;
    }

    Question<ProblemSearch.Found> question() {
        return question;
    }

    /// The severities that are listed and stepped through.
    ObjectProperty<Set<Severity>> severities() {
        return severities;
    }

    /// Whether the journal has changed since what was found.
    ReadOnlyBooleanProperty outdated() {
        return freshness.outdated();
    }

    /// What became of the report that was to be saved, as a sentence; empty when none was.
    ReadOnlyStringProperty report() {
        return report.getReadOnlyProperty();
    }

    /// What is wrong with the key, or what checking the HMACs came to, as a sentence; empty before.
    ReadOnlyStringProperty hmacs() {
        return hmacs.getReadOnlyProperty();
    }

    /// Whether the key cannot be one, or is probably another one.
    ReadOnlyBooleanProperty keyRefused() {
        return keyRefused.getReadOnlyProperty();
    }

    /// Looks again, and checks the HMACs with this key, here and in reports. It is forgotten with the view.
    ///
    /// @param hexKey 64 hexadecimal digits
    void checkHmacs(String hexKey) {
        try {
            key = Hmacs.withKey(hexKey.strip());
        } catch (IllegalArgumentException e) {
            keyRefused.set(true);
            hmacs.set(String.valueOf(e.getMessage()));
            return;
        }
        keyRefused.set(false);
        hmacs.set(Texts.text("recoveryView.hmac.checking"));
        lookAgain();
    }

    private static boolean isProbablyAnother(ProblemSearch.Found found) {
        return found.key() != null
                && found.checked()
                        .filter(report -> report.good() == 0 && report.bad() > 0)
                        .isPresent();
    }

    private static String checked(ProblemSearch.Found found) {
        String another = isProbablyAnother(found) ? Texts.text("recoveryView.hmac.otherKey") + " " : "";
        return found.checked()
                .map(report -> another
                        + Texts.text("recoveryView.hmac.checked", report.good(), report.bad(), report.without())
                        + report.unchecked()
                                .map(missing -> " " + Texts.text("recoveryView.hmac.unchecked"))
                                .orElse(""))
                .orElse(Texts.text("recoveryView.hmac.none"));
    }

    /// Those of the chosen severities.
    List<Problem> listed(ProblemList list) {
        Set<Severity> wanted = severities.get();
        return list.problems().stream()
                .filter(problem -> wanted.contains(problem.severity()))
                .toList();
    }

    /// The journal is another one now, and nobody looks at what is wrong with it.
    void forgetMarks() {
        browsing.marks().set(List.of());
    }

    void lookAgain() {
        question.changedNow();
    }

    /// To the next or the previous problem from the cursor. As long as it is not known where that is, the move waits.
    void go(boolean forward) {
        if (isLooking()) {
            cursor.await(
                    Texts.text(forward ? "recoveryView.problems.thenNext" : "recoveryView.problems.thenPrevious"),
                    () -> go(forward));
        } else if (cursor.isMoving()) {
            cursor.await("", () -> go(forward));
        } else if (question.outcome().get() instanceof Outcome.Failed<ProblemSearch.Found>(String sentence)) {
            cursor.say(sentence);
        } else if (question.outcome().get() instanceof Outcome.Stopped) {
            cursor.say(Texts.text("recoveryView.stopped"));
        } else if (cursor.isNowhere()) {
            cursor.sayNowhere();
        } else {
            question.answer().ifPresent(found -> go(found.list(), forward));
        }
    }

    private boolean isLooking() {
        return switch (question.outcome().get()) {
            case Outcome.Failed<ProblemSearch.Found> _, Outcome.Stopped<ProblemSearch.Found> _ -> false;
            case Outcome.Nothing<ProblemSearch.Found> _, Outcome.Working<ProblemSearch.Found> _ -> true;
            case Outcome.Ready<ProblemSearch.Found> _ -> !question.current().get();
        };
    }

    private void go(ProblemList list, boolean forward) {
        next(list, forward)
                .ifPresentOrElse(
                        this::go,
                        () -> cursor.say(none(forward, next(list, !forward).isPresent())));
    }

    private Optional<Problem> next(ProblemList list, boolean forward) {
        return cursor.moment().flatMap(at -> list.next(at, forward, severities.get()));
    }

    /// @param behind whether there is one the other way
    private static String none(boolean forward, boolean behind) {
        if (forward) {
            return Texts.text(behind ? "recoveryView.noLaterProblem.earlier" : "recoveryView.noLaterProblem");
        }
        return Texts.text(behind ? "recoveryView.noEarlierProblem.later" : "recoveryView.noEarlierProblem");
    }

    /// Whatever address was in focus is so no more: a problem of no address is that of the entry there.
    void go(Problem problem) {
        cursor.moveTo(problem.seq());
        cursor.focus().select(problem.concerns().orElse(""));
    }

    /// Where the value at the problem comes from.
    void why(Problem problem) {
        if (problem.concerns().isPresent()) {
            cursor.moveTo(problem.seq());
            cursor.focus().ask(problem.concerns().get());
        } else {
            cursor.focus().ask("");
            cursor.say(Texts.text("recoveryView.problems.noAddress"));
        }
    }

    /// Writes all problems, also those beyond the list, to a file: a page when its name ends in `.html`, else JSON.
    void save(Path file) {
        JournalReader journal = browsing.journal();
        String name = browsing.info().get().name();
        Hmacs with = key;
        report.set(Texts.text("recoveryView.report.writing"));
        tasks.task(
                        "write the report " + file,
                        (progress, cancellation) ->
                                new ProblemReport(journal, name, with).write(file, progress, cancellation))
                .replacing(saving)
                .onSuccess(count -> report.set(
                        Texts.text("recoveryView.report.written", count, String.valueOf(file.getFileName()))))
                .onFailure(error -> report.set(String.valueOf(error.getMessage())))
                .start();
    }

    void close() {
        question.close();
        saving.cancel();
    }
}
