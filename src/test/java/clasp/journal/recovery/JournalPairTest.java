package clasp.journal.recovery;

import static clasp.journal.recovery.JournalPair.Alignment.SEQ;
import static clasp.journal.recovery.JournalPair.Alignment.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalPairTest {
    private final ScriptedJournal left = new ScriptedJournal();
    private final ScriptedJournal right = new ScriptedJournal();

    @Test
    void equalJournalsNeverPart() {
        both(1, 600);
        JournalPair.Part part = divergence(SEQ, JournalPair.Position.START);
        assertThat(part.divergence()).isEqualTo(-1);
        assertThat(part.alike()).isEqualTo(600);
    }

    @Test
    void theFirstEntryThatDiffersIsFoundWithWhatComesBefore() {
        both(1, 600);
        left.set(601, "/a", "1", 1L);
        right.set(601, "/a", "2", 1L);
        JournalPair.Part part = divergence(SEQ, JournalPair.Position.START);
        assertThat(part.alike()).isEqualTo(600);
        assertThat(part.divergence()).isEqualTo(3);
        assertThat(part.rows().get(3).seq()).isEqualTo(601);
        assertThat(part.rows().get(2).alike()).isTrue();
    }

    @Test
    void anEntryThatOnlyOneHasStandsAlone() {
        both(1, 2);
        right.set(3, "/a", "1", 1L);
        both(4, 4);
        JournalPair.Part part = divergence(SEQ, JournalPair.Position.START);
        JournalPair.Pair alone = part.rows().get(part.divergence());
        assertThat(alone.left()).isNull();
        assertThat(alone.right()).isNotNull();
        assertThat(part.rows().getLast().alike()).isTrue();
    }

    @Test
    void lookingGoesOnAfterThePart() {
        left.set(1, "/a", "1", 1L);
        right.set(1, "/a", "2", 1L);
        both(2, 100);
        left.set(101, "/a", "1", 1L);
        JournalPair.Part first = divergence(SEQ, JournalPair.Position.START);
        JournalPair.Part second = divergence(SEQ, first.next());
        assertThat(second.rows().get(second.divergence()).seq()).isEqualTo(101);
    }

    /// A few rows on, within what the first part shows.
    @Test
    void theNextDivergenceIsTheOneAfterWhereTheyAreAlikeAgain() {
        both(1, 1);
        differ(2);
        differ(3);
        both(4, 4);
        differ(5);
        both(6, 20);
        differ(21);

        JournalPair.Part part = divergence(SEQ, JournalPair.Position.START);
        List<Long> divergences = new ArrayList<>();
        List<Long> alike = new ArrayList<>();
        while (part.next() != null && divergences.size() < 10) {
            divergences.add(part.rows().get(part.divergence()).seq());
            alike.add(part.alike());
            part = divergence(SEQ, part.next());
        }

        assertThat(divergences).containsExactly(2L, 5L, 21L);
        assertThat(alike).containsExactly(1L, 1L, 15L);
        assertThat(part.divergence()).as("after the last one").isEqualTo(-1);
    }

    @Test
    void whereTheyAreAlikeToTheEndThereIsNoNext() {
        both(1, 3);
        differ(4);
        both(5, 30);
        JournalPair.Part first = divergence(SEQ, JournalPair.Position.START);
        JournalPair.Part rest = divergence(SEQ, first.next());
        assertThat(first.passed()).isNull();
        assertThat(rest.passed().rows()).isEqualTo(1);
        assertThat(rest.divergence()).isEqualTo(-1);
        assertThat(rest.alike()).isEqualTo(26);
        assertThat(rest.next()).isNull();
        assertThat(rest.rows())
                .as("the last row that differs, where they meet, and what follows")
                .hasSize(6);
        assertThat(rest.rows().get(rest.place())).isEqualTo(rest.met());
        assertThat(rest.met().seq()).isEqualTo(5);
    }

    /// However many entries one of them lacks: here more than are fetched and shown at a time.
    @Test
    void aLongDivergenceIsPassedAtOnce() {
        for (int seq = 1; seq <= 6_000; seq++) {
            left.entryAtEnd(seq, "/a", "1");
            if (seq > 5_000) {
                right.entryAtEnd(seq, "/a", seq == 5_900 ? "2" : "1");
            }
        }
        JournalPair.Part first = divergence(SEQ, JournalPair.Position.START);
        JournalPair.Part next = divergence(SEQ, first.next());
        assertThat(next.passed().rows()).isEqualTo(5_000);
        assertThat(next.met().seq()).isEqualTo(5_001);
        assertThat(next.alike()).isEqualTo(899);
        assertThat(next.rows().get(next.divergence()).seq()).isEqualTo(5_900);
    }

    @Test
    void thatTheyNeverMeetAgainIsFoundAtTheirEnd() {
        both(1, 2);
        for (long seq = 3; seq <= 1_000; seq++) {
            differ(seq);
        }
        JournalPair.Part first = divergence(SEQ, JournalPair.Position.START);
        JournalPair.Part rest = divergence(SEQ, first.next());
        assertThat(rest.met()).isNull();
        assertThat(rest.next()).isNull();
        assertThat(rest.passed().first().seq()).isEqualTo(3);
        assertThat(rest.passed().rows()).isEqualTo(998);
        assertThat(rest.rows().get(rest.place()).seq()).as("the last row").isEqualTo(1_000);
    }

    @Test
    void howFarItIsGrowsToTheEndWithinALongDivergence() {
        for (int seq = 1; seq <= 20_000; seq++) {
            left.entryAtEnd(Long.MAX_VALUE - 20_000 + seq, "/a", "1");
        }
        right.entryAtEnd(Long.MIN_VALUE, "/a", "1");
        List<Long> done = new ArrayList<>();
        var pair = new JournalPair(left, right, SEQ);
        JournalPair.Part first =
                pair.divergence(JournalPair.Position.START, 3, 5, (now, total) -> done.add(now), Cancellation.none());
        assertThat(done).as("a short search").isEmpty();
        pair.divergence(
                first.next(),
                3,
                5,
                (now, total) -> {
                    done.add(now);
                    assertThat(now).isBetween(0L, total);
                },
                Cancellation.none());
        assertThat(done).hasSizeGreaterThan(2).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aSearchThatIsCancelledEndsWithinADivergence() {
        for (int seq = 1; seq <= 20_000; seq++) {
            left.entryAtEnd(seq, "/a", "1");
        }
        var pair = new JournalPair(left, right, SEQ);
        var from = divergence(SEQ, JournalPair.Position.START).next();
        var cancellation = new Cancellation();
        assertThatThrownBy(() -> pair.divergence(from, 3, 5, (now, total) -> cancellation.cancel(), cancellation))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void journalsWhoseClocksAreApartAreSaidToBeShifted() {
        for (long seq = 1; seq <= 30; seq++) {
            var entry = new Entry(seq, seq * seq * 1_000, "w", "/a", "param", "" + seq, 1L, 0x21);
            left.entry(entry);
            right.entry(entry.withTimestampMicros(entry.timestampMicros() + 2_500_001));
        }
        assertThat(divergence(TIME, JournalPair.Position.START).shift())
                .contains(new TimeShift(30, 1_000, 2_501_001, true));
        assertThat(divergence(SEQ, JournalPair.Position.START).shift()).isEmpty();
        right.replace(20, "/a", "other", 1L);
        assertThat(divergence(TIME, JournalPair.Position.START).shift())
                .as("the twentieth differs in more")
                .contains(new TimeShift(19, 1_000, 2_501_001, false));
        right.replace(3, "/a", "other", 1L);
        assertThat(divergence(TIME, JournalPair.Position.START).shift())
                .as("one of the first differs in more")
                .isEmpty();
    }

    @Test
    void timesThatAreApartByMoreAndByLessAreNotShifted() {
        for (long seq = 1; seq <= 30; seq++) {
            var entry = new Entry(seq, seq * 1_000, "w", "/a", "param", "1", 1L, 0x21);
            left.entry(entry);
            right.entry(entry.withTimestampMicros(entry.timestampMicros() + 7_000_000 + seq % 2));
        }
        assertThat(divergence(TIME, JournalPair.Position.START).shift()).isEmpty();
    }

    /// 2^64 µs are not one step on.
    @Test
    void aShiftIsNoStepOverTheLargestTime() {
        for (long seq = 1; seq <= 4; seq++) {
            var entry = new Entry(seq, seq - 3, "w", "/a", "param", "1", 1L, 0x21);
            left.entry(entry);
            right.entry(entry.withTimestampMicros(seq + 10));
        }
        assertThat(divergence(TIME, JournalPair.Position.START).shift()).isEmpty();
    }

    @Test
    void alignedByTimeSeqsNeedNotAgree() {
        for (int seq = 1; seq <= 10; seq++) {
            var entry = new Entry(seq, ScriptedJournal.time(seq), "w", "/a", "param", "1", 1L, 0x21);
            left.entry(entry);
            right.entry(entry.withSeq(seq + 100));
        }
        assertThat(divergence(TIME, JournalPair.Position.START).divergence()).isEqualTo(-1);
        assertThat(divergence(SEQ, JournalPair.Position.START).divergence()).isZero();
    }

    @Test
    void alignedByTimeAnEntryIsMissedAloneAlsoWhereTheClockGoesBack() {
        long[] times = {10, 20, 900, 15, 16, 30, 25, 40};
        for (int i = 0; i < times.length; i++) {
            var entry = new Entry(i + 1, times[i], "w", "/a", "param", "1", 1L, 0x21);
            left.entry(entry);
            if (times[i] != 900) {
                right.entry(entry.withSeq(i + 101));
            }
        }
        for (var pair : List.of(new JournalPair(left, right, TIME), new JournalPair(right, left, TIME))) {
            JournalPair.Part part =
                    pair.divergence(JournalPair.Position.START, 3, 20, Progress.NONE, Cancellation.none());
            assertThat(part.alike()).isEqualTo(2);
            assertThat(part.rows().stream().filter(row -> !row.alike())).hasSize(1);
            assertThat(part.rows()).hasSize(times.length);
        }
    }

    private void differ(long seq) {
        left.set(seq, "/a", "1", 1L);
        right.set(seq, "/a", "2", 1L);
    }

    private void both(long first, long last) {
        for (long seq = first; seq <= last; seq++) {
            left.set(seq, "/a", "1", seq);
            right.set(seq, "/a", "1", seq);
        }
    }

    private JournalPair.Part divergence(JournalPair.Alignment alignment, JournalPair.Position from) {
        return new JournalPair(left, right, alignment).divergence(from, 3, 5, Progress.NONE, Cancellation.none());
    }
}
