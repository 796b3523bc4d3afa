package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.TimeRange;
import clasp.journal.testing.ListJournal;
import clasp.journal.ui.fx.Browsing;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is read of the timeline under the pointer.
class TimelineTextsTest {
    private final ListJournal journal = new ListJournal(List.of());
    private final TimelineTexts texts = new TimelineTexts(new Browsing(journal, journal.info(), journal.state()));

    private String read(long total, Long... matching) {
        var reading = new Reading(new TimeRange(0, 9), List.of(matching), total, true);
        return texts.reading(reading, null, texts.times(null));
    }

    @Test
    void oneIsCalledOneAndManyMany() {
        assertThat(read(4, 1L, 2L, 0L, 0L, 0L, 1L)).endsWith("  ·  1 param, 2 events, 1 of unknown type");
    }

    @Test
    void ofAFilterItSaysAlsoHowManyThereAre() {
        assertThat(read(1_027, 0L, 2L, 0L, 0L, 0L, 0L)).endsWith("  ·  2 events of 1,027 entries");
    }
}
