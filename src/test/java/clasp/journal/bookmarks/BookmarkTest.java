package clasp.journal.bookmarks;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookmarkTest {
    private static final Entry ENTRY = new Entry(7, 1_700_000_000_000_000L, "desk", "/a/b", "param", "0.5", 3L, 0x21);
    private static final Bookmark MARK = Bookmark.of(ENTRY, "", "show.db");

    @Test
    void marksTheSameEntryWhereverItIs() {
        assertThat(MARK.isOf(ENTRY)).isTrue();
        assertThat(MARK.withNote("a note").isOf(ENTRY)).isTrue();
        assertThat(MARK.withNote("a note").marksAs(MARK)).isTrue();
    }

    /// Which a compaction may number anew.
    @Test
    void marksTheSameEntryWithAnotherRevision() {
        assertThat(MARK.isOf(ENTRY.withRevision(9L))).isTrue();
        assertThat(MARK.isOf(ENTRY.withRevision(null))).isTrue();
        assertThat(Bookmark.of(ENTRY.withRevision(9L), "", "show.db").marksAs(MARK))
                .isTrue();
    }

    @Test
    void oneOfAnEarlierVersionMarksItsEntryAndCanBeRenewed() {
        for (Entry entry : List.of(ENTRY, ENTRY.withRevision(null))) {
            Bookmark earlier = EarlierBookmark.of(entry, "kept");
            assertThat(earlier.isOf(entry)).isTrue();
            assertThat(earlier.isOf(entry.withRevision(9L))).isFalse();
            assertThat(earlier.isOf(entry.withValueJson("0.50"))).isFalse();
            assertThat(earlier.renewed(entry)).isEqualTo(Bookmark.of(entry, "kept", "show.db"));
        }
        assertThat(MARK.withNote("a note").renewed(ENTRY)).isEqualTo(MARK.withNote("a note"));
    }

    @Test
    void anyOtherFieldMakesAnotherEntry() {
        assertThat(MARK.isOf(ENTRY.withSeq(8))).isFalse();
        assertThat(MARK.isOf(ENTRY.withValueJson("0.50"))).isFalse();
        assertThat(MARK.isOf(new Entry(7, 1_700_000_000_000_001L, "desk", "/a/b", "param", "0.5", 3L, 0x21)))
                .isFalse();
        assertThat(MARK.isOf(new Entry(7, 1_700_000_000_000_000L, "desk/", "a/b", "param", "0.5", 3L, 0x21)))
                .as("where one text ends and the next begins")
                .isFalse();
        assertThat(MARK.isOf(new Entry(7, 1_700_000_000_000_000L, "desk", "/a/b", "event", "0.5", 3L, 0x21)))
                .isFalse();
        assertThat(MARK.isOf(new Entry(7, 1_700_000_000_000_000L, "desk", "/a/b", "param", "0.5", 3L, 0x20)))
                .isFalse();
    }
}
