package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.JournalState;
import org.junit.jupiter.api.Test;

class JournalChangeTest {
    private static final JournalState BEFORE = new JournalState(3, 9, 9, 1);

    @Test
    void moreAtTheEndIsGrowth() {
        assertThat(to(new JournalState(3, 12, 12, 2))).isEqualTo(JournalChange.GREW);
        assertThat(JournalChange.between(new JournalState(0, 0, 0, 0), BEFORE)).isEqualTo(JournalChange.GREW);
    }

    @Test
    void moreAtTheEndAndLessAtTheBeginningIsSliding() {
        assertThat(to(new JournalState(5, 12, 12, 2))).isEqualTo(JournalChange.SLID);
    }

    @Test
    void anythingElseMayBeAnything() {
        assertThat(to(new JournalState(5, 9, 9, 2))).as("compacted").isEqualTo(JournalChange.REWRITTEN);
        assertThat(to(new JournalState(0, 0, 9, 2))).as("compacted away").isEqualTo(JournalChange.REWRITTEN);
        assertThat(to(new JournalState(1, 9, 9, 2))).as("restored").isEqualTo(JournalChange.REWRITTEN);
        assertThat(to(new JournalState(1, 12, 12, 2))).as("restored, longer").isEqualTo(JournalChange.REWRITTEN);
        assertThat(to(new JournalState(3, 7, 9, 2))).as("restored, shorter").isEqualTo(JournalChange.REWRITTEN);
        assertThat(to(new JournalState(3, 9, 9, 2))).as("a snapshot more").isEqualTo(JournalChange.REWRITTEN);
        assertThat(to(new JournalState(3, 12, 12, 2, 1))).as("begun anew").isEqualTo(JournalChange.REWRITTEN);
        assertThat(JournalChange.between(new JournalState(0, 0, 9, 1), new JournalState(1, 12, 12, 2)))
                .as("restored after all was compacted away")
                .isEqualTo(JournalChange.REWRITTEN);
    }

    private static JournalChange to(JournalState now) {
        return JournalChange.between(BEFORE, now);
    }
}
