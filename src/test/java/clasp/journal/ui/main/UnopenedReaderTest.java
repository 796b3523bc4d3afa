package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.testing.ListJournal;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnopenedReaderTest {
    private final JournalReader journal = new ListJournal(List.of());
    private boolean closed;

    private final JournalReader silent = new ForwardingReader() {
        @Override
        protected JournalReader target() {
            return journal;
        }

        @Override
        public JournalState state() {
            throw new JournalException("no");
        }

        @Override
        public void close() {
            closed = true;
        }
    };

    @Test
    void whatFailsToSayAnythingIsNotLeftOpen() {
        assertThatThrownBy(() -> WindowDialogs.Unopened.of(silent)).hasMessage("no");
        assertThat(closed).isTrue();
    }
}
