package clasp.journal.ui.recovery;

import clasp.journal.recovery.ParamStory;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;

/// Why the param in focus has its value at the cursor. Confined to the FX thread.
public final class WhyViewModel {
    private static final Duration REST = Duration.ofMillis(100);

    private final CursorViewModel cursor;
    private final ObjectProperty<RecoveryRule> rule;
    private final Question<ParamStory> question;

    WhyViewModel(CursorViewModel cursor, ObjectProperty<RecoveryRule> rule, Tasks tasks, Later later) {
        this.cursor = cursor;
        this.rule = rule;
        question = new Question<>(
                tasks,
                later,
                REST,
                Texts.text("recoveryView.task.why"),
                () -> cursor.moment().filter(seq -> isAsked()).map(this::story));
        cursor.entry().subscribe((before, now) -> question.changed());
        cursor.focus().subscribe((before, now) -> question.changedNow());
        rule.subscribe((before, now) -> question.changedNow());
    }

    CursorViewModel cursor() {
        return cursor;
    }

    Question<ParamStory> question() {
        return question;
    }

    /// Without an entry at the cursor a param has to be chosen first.
    private boolean isAsked() {
        return cursor.entry().get() != null || !cursor.focus().get().isEmpty();
    }

    private clasp.journal.ui.fx.Job<ParamStory> story(long seq) {
        JournalReader journal = cursor.browsing().journal();
        String address = cursor.focusAddress();
        RecoveryRule by = rule.get();
        return (progress, cancellation) -> ParamStory.of(journal, by, address, seq, progress, cancellation);
    }

    void close() {
        question.close();
    }
}
