package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair;
import clasp.journal.recovery.JournalPair.Alignment;
import clasp.journal.recovery.JournalPair.Position;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairWordsTest {
    private final ScriptedJournal left = new ScriptedJournal();
    private final ScriptedJournal right = new ScriptedJournal();

    @Test
    void whereBothMeetAgainIsSaidBySeqInEach() {
        for (long seq = 1; seq <= 7_000; seq++) {
            Entry entry = entry(seq, "1");
            left.entry(entry);
            if (seq > 5_000) {
                right.entry(entry(seq, seq == 6_500 ? "2" : "1").withSeq(seq - 5_000));
            }
        }
        assertThat(walked(Alignment.TIME))
                .containsExactly(
                        "They part at seq 1 here",
                        "They meet again at seq 5001 here and 1 there and part again at seq 6500 here and 1500"
                                + " there, after 1,499 entries that are alike",
                        "They meet again at seq 6501 here and 1501 there and do not part any more: all 500 entries"
                                + " from there on are alike, to the end of both.");
    }

    @Test
    void thatTheyNeverMeetAgainIsOneSentence() {
        both(1, 1);
        for (long seq = 2; seq <= 2_001; seq++) {
            right.entry(entry(seq, "1"));
        }
        assertThat(walked(Alignment.SEQ))
                .containsExactly(
                        "They part at seq 2 there, after one entry that is alike",
                        "They do not meet again: all 2,000 rows from seq 2 there on differ, to the end of both.");
    }

    @Test
    void aSingleRowIsNotCounted() {
        both(1, 2);
        left.entry(entry(3, "1"));
        right.entry(entry(3, "2"));
        both(4, 4);
        left.entry(entry(5, "1"));
        assertThat(walked(Alignment.SEQ))
                .containsExactly(
                        "They part at seq 3, after 2 entries that are alike",
                        "They meet again at seq 4 and part again at seq 5 here, after one entry that is alike",
                        "They do not meet again: only the row at seq 5 here is left, and it differs.");
        both(6, 6);
        assertThat(walked(Alignment.SEQ))
                .last()
                .isEqualTo("They meet again at seq 6 and do not part any more: that is the last entry of both.");
    }

    @Test
    void ofJournalsThatAreAlikeTheEntriesAreCounted() {
        assertThat(walked(Alignment.SEQ)).containsExactly("They never part: there are no entries in either.");
        both(1, 2);
        assertThat(walked(Alignment.SEQ)).containsExactly("They never part: 2 entries are alike, to the end of both.");
    }

    /// The step is exact, also where the clock of one of them was far beyond.
    @Test
    void byHowMuchTimesDifferIsSaid() {
        Entry here = entry(1, "1").withTimestampMicros(-2);
        Entry there = entry(1, "2").withTimestampMicros(5);
        assertThat(PairWords.difference(new JournalPair.Pair(here, there, false)))
                .isEqualTo("value, time \u2212213503982 d 08 h 01 min 49.551609 s");
    }

    private void both(long first, long last) {
        for (long seq = first; seq <= last; seq++) {
            left.entry(entry(seq, "1"));
            right.entry(entry(seq, "1"));
        }
    }

    private List<String> walked(Alignment alignment) {
        var pair = new JournalPair(left, right, alignment);
        List<String> told = new ArrayList<>();
        for (Position from = Position.START; from != null; ) {
            JournalPair.Part part = pair.divergence(from, 20, 180, Progress.NONE, Cancellation.none());
            told.add(PairWords.place(part));
            from = part.next();
        }
        return told;
    }

    private static Entry entry(long seq, String value) {
        return new Entry(seq, ScriptedJournal.time(seq), "w", "/a", "param", value, 1L, 0x21);
    }
}
