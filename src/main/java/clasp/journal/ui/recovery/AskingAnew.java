package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.JournalChange;
import clasp.journal.ui.fx.Later;
import java.time.Duration;
import java.util.List;

/// Has every question of the recovery view asked again when the journal changes under its answers: first the cursor
/// finds its entry, then the questions follow; until then the answers are old. What only grew changes no answer. While
/// a journal loses its oldest entries all the time, that is once in a [#PACE]. Confined to the FX thread.
final class AskingAnew {
    static final Duration PACE = Duration.ofSeconds(1);

    private final CursorViewModel cursor;
    private final Later later;
    private final List<Question<?>> quick;
    private final List<Question<?>> slow;
    private Runnable withdraw = () -> {};
    private boolean resting;
    private boolean due;

    /// @param slow what says itself that the journal has changed while it loses its oldest entries
    AskingAnew(CursorViewModel cursor, Later later, List<Question<?>> quick, List<Question<?>> slow) {
        this.cursor = cursor;
        this.later = later;
        this.quick = quick;
        this.slow = slow;
    }

    void changed(JournalChange change) {
        switch (change) {
            case GREW -> {}
            case SLID -> {
                if (resting) {
                    due = true;
                } else {
                    askAgain();
                }
            }
            case REWRITTEN -> {
                slow.forEach(Question::doubt);
                askAgain();
            }
        }
    }

    /// Ends what is waiting.
    void stop() {
        withdraw.run();
        resting = false;
        if (due) {
            due = false;
            quick.forEach(Question::doubt);
        }
    }

    private void askAgain() {
        rest();
        quick.forEach(Question::doubt);
        cursor.lookAgain(() -> {
            quick.forEach(Question::settle);
            slow.forEach(Question::settle);
        });
    }

    private void rest() {
        withdraw.run();
        due = false;
        resting = true;
        withdraw = later.after(PACE, () -> {
            resting = false;
            if (due) {
                askAgain();
            }
        });
    }
}
