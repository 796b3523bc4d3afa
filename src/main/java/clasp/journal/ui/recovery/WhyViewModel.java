package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.recovery.ParamStory;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.Optional;
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
                () -> Optional.ofNullable(cursor.entry().get()).map(this::job));
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

    private clasp.journal.ui.fx.Job<ParamStory> job(Entry entry) {
        JournalReader journal = cursor.browsing().journal();
        String address = cursor.focusAddress();
        RecoveryRule by = rule.get();
        return (progress, cancellation) -> ParamStory.of(journal, by, address, entry.seq(), progress, cancellation);
    }

    void close() {
        question.close();
    }
}
