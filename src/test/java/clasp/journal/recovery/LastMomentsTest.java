package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastMomentsTest {
    private static final long SECOND = 1_000_000;

    private final ScriptedJournal journal = new ScriptedJournal();

    @Test
    void entriesAreGroupedByAuthorAndAddressTheLatestFirst() {
        add(1, 1 * SECOND, "ann", "/a");
        add(2, 9 * SECOND, "ann", "/a");
        add(3, 9 * SECOND + 1, "bob", "/a");
        add(4, 10 * SECOND, "ann", "/a");
        LastMoments moments = before(4, Duration.ofSeconds(1));
        assertThat(moments.entries()).isEqualTo(3);
        assertThat(moments.groups())
                .extracting(LastMoments.Group::author, LastMoments.Group::entries, LastMoments.Group::firstSeq)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ann", 2L, 2L),
                        org.assertj.core.groups.Tuple.tuple("bob", 1L, 3L));
    }

    @Test
    void whatComesAfterTheEntryDoesNotCountWhateverItsClockSays() {
        add(1, 10 * SECOND, "ann", "/a");
        add(2, 9 * SECOND, "bob", "/a");
        assertThat(before(1, Duration.ofSeconds(60)).entries()).isEqualTo(1);
    }

    @Test
    void aSpanThatReachesBeforeTheEpochBeginsThere() {
        add(1, 5, "ann", "/a");
        assertThat(before(1, Duration.ofSeconds(60)).time().fromMicros()).isZero();
    }

    private void add(long seq, long micros, String author, String address) {
        journal.entry(new Entry(seq, micros, author, address, "param", "1", 1L, 0x21));
    }

    private LastMoments before(long seq, Duration span) {
        return LastMoments.before(journal, journal.entry(seq).orElseThrow(), span, Cancellation.none());
    }
}
