package clasp.journal.ui.recovery;

import clasp.journal.recovery.ParamStory;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Why the param in focus has its value at the cursor. Confined to the FX thread.
public final class WhyViewModel {
    private static final Duration REST = Duration.ofMillis(100);

    private final CursorViewModel cursor;
    private final ObjectProperty<RecoveryRule> rule;
    private final Question<ParamStory> question;
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elsewhere = new ReadOnlyStringWrapper("");

    WhyViewModel(CursorViewModel cursor, ObjectProperty<RecoveryRule> rule, Tasks tasks, Later later) {
        this.cursor = cursor;
        this.rule = rule;
        question = new Question<>(
                tasks,
                later,
                REST,
                Texts.text("recoveryView.task.why"),
                () -> cursor.moment().filter(seq -> isAsked()).map(this::story));
        cursor.entry().subscribe((before, now) -> {
            question.changed();
            say();
        });
        cursor.focus().chosen().subscribe((before, now) -> {
            question.changedNow();
            say();
        });
        rule.subscribe((before, now) -> question.changedNow());
        question.outcome().subscribe(this::say);
        question.current().subscribe(this::say);
    }

    CursorViewModel cursor() {
        return cursor;
    }

    Question<ParamStory> question() {
        return question;
    }

    /// The address that the present outcome is about, be it an answer, also an old one, or why there is none; empty
    /// when nothing is asked.
    ReadOnlyStringProperty address() {
        return address.getReadOnlyProperty();
    }

    /// The address of the entry at the cursor, where that is not the one in question; else empty.
    ReadOnlyStringProperty elsewhere() {
        return elsewhere.getReadOnlyProperty();
    }

    private void say() {
        Focus focus = cursor.focus();
        address.set(
                question.outcome().get() instanceof Outcome.Ready<ParamStory>(ParamStory story)
                        ? story.address()
                        : focus.address());
        elsewhere.set(focus.cursorAddress().equals(focus.address()) ? "" : focus.cursorAddress());
    }

    /// Without an entry at the cursor a param has to be chosen first.
    private boolean isAsked() {
        return cursor.entry().get() != null || !cursor.focus().address().isEmpty();
    }

    private Job<ParamStory> story(long seq) {
        JournalReader journal = cursor.browsing().journal();
        String address = cursor.focus().address();
        RecoveryRule by = rule.get();
        return (progress, cancellation) -> ParamStory.of(journal, by, address, seq, progress, cancellation);
    }

    void close() {
        question.close();
    }
}
