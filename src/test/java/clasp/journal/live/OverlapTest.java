package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.testing.Entries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Letters are entries; time, author and seq of the two sides differ, as they do.
class OverlapTest {
    private static List<Entry> entries(String letters, long micros) {
        List<Entry> all = new ArrayList<>();
        letters.chars().forEach(c -> {
            Entry entry = Entries.publish("/e", "event", "\"" + (char) c + "\"");
            all.add(new Entry(
                    0,
                    micros,
                    "",
                    entry.address(),
                    entry.signalType(),
                    entry.valueJson(),
                    entry.revision(),
                    entry.msgType()));
        });
        return all;
    }

    private static String without(String history, String live, int atLeast) {
        return without(history, live, atLeast, live.length());
    }

    private static String without(String history, String live, int atLeast, int about) {
        StringBuilder rest = new StringBuilder();
        Overlap.without(entries(history, 1), entries(live, 2), atLeast, about)
                .forEach(entry -> rest.append(entry.valueJson().charAt(1)));
        return rest.toString();
    }

    @Test
    void whatBothHaveStaysWithTheLiveSideOnly() {
        assertThat(without("abcdef", "efg", 0)).isEqualTo("abcd");
        assertThat(without("abcdef", "abcdefg", 0)).isEmpty();
    }

    @Test
    void withoutAnythingInCommonAllOfItStays() {
        assertThat(without("abc", "", 0)).isEqualTo("abc");
        assertThat(without("abc", "xyz", 0)).isEqualTo("abc");
        assertThat(without("", "xyz", 0)).isEmpty();
    }

    @Test
    void ofSeveralOverlapsThatFitTheLongestIsTaken() {
        assertThat(without("xabab", "abab", 0)).isEqualTo("x");
        assertThat(without("xabab", "ab", 0)).isEqualTo("xab");
        assertThat(without("xabab", "abx", 2)).isEqualTo("xab");
    }

    @Test
    void ofSeveralOverlapsThatFitTheOneNearestToWhatIsProbableIsTaken() {
        assertThat(without("xaaaaaa", "aaaa", 0, 3)).isEqualTo("xaaa");
        assertThat(without("xababab", "abab", 0, 1)).isEqualTo("xabab");
        assertThat(without("abcdef", "def", 0, 1)).isEqualTo("abc");
    }

    private static int unclear(String history, String live, int atLeast) {
        return Overlap.unclear(entries(history, 1), entries(live, 2), atLeast);
    }

    @Test
    void whereEntriesRepeatAShorterOverlapFitsAsWell() {
        assertThat(unclear("xaaaaaa", "aaaa", 1)).isEqualTo(3);
        assertThat(unclear("xaaaaaa", "aaaa", 4)).isZero();
        assertThat(unclear("xababab", "abab", 1)).isEqualTo(2);
        assertThat(unclear("aaaaaa", "aa", 0)).isEqualTo(2);
    }

    @Test
    void whereTheyDoNotThereIsOnlyOne() {
        assertThat(unclear("abcdef", "defg", 1)).isZero();
        assertThat(unclear("abcaef", "ef", 0)).isZero();
        assertThat(unclear("abc", "xyz", 0)).isZero();
        assertThat(unclear("", "", 0)).isZero();
        assertThat(unclear("abcde", "dcexy", 0)).isZero();
        assertThat(Overlap.unclear(List.of(set("/a", 1), set("/a", 2)), List.of(set("/a", 1), set("/a", 2)), 0))
                .isZero();
    }

    @Test
    void whatIsToldInAnotherOrderIsFoundOneByOne() {
        assertThat(without("abcdef", "fdex", 3)).isEqualTo("abc");
    }

    @Test
    void whatLiesFarBackIsNoPartOfAnOverlapInAnotherOrder() {
        assertThat(without("xabcdefghfe", "efx", 2)).isEqualTo("xabcdefgh");
    }

    @Test
    void swappedNeighboursAreFoundWithoutKnowingHowManyThereAre() {
        assertThat(without("abcde", "dcexy", 0)).isEqualTo("ab");
    }

    @Test
    void aSetThatWouldBeInBothProvesAnOverlapWrong() {
        List<Entry> history = List.of(set("/a", 1), set("/b", 7), Entries.publish("/e", "event", "1"));
        List<Entry> live = List.of(Entries.publish("/e", "event", "1"), set("/b", 7), set("/a", 2));

        assertThat(Overlap.without(history, live, 0, live.size())).containsExactly(set("/a", 1));
    }

    @Test
    void samplesAreFoundAgainThoughTheJournalKeepsNullForThem() {
        List<Entry> history = List.of(set("/a", 1), Entries.publish("/s", "stream", "null"));
        List<Entry> live = List.of(Entries.publish("/s", "stream", "[0.5,1.0]"), set("/a", 2));

        assertThat(Overlap.without(history, live, 0, live.size())).containsExactly(set("/a", 1));
        assertThat(Overlap.without(List.of(Entries.publish("/s", "stream", "[1.0]")), live, 0, live.size()))
                .hasSize(1);
    }

    private static Entry set(String address, long revision) {
        return new Entry(0, 1, "", address, "param", "0.5", revision, MsgType.SET);
    }
}
