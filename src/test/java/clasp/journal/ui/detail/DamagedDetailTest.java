package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The history of an address goes on behind what a damaged file has lost, and says that something may be missing; what
/// the entry behind that changed is not known.
class DamagedDetailTest {
    private static final int ENTRIES = 4_000;
    private static final int ADDRESSES = SceneJournal.ADDRESSES;
    private static final long LOST = 1_910;

    @TempDir
    private Path folder;

    @Test
    void holdsWhatLiesBehindTheDamage() throws Exception {
        try (JournalReader journal = damaged(SceneJournal::address)) {
            for (long seq : new long[] {20, LOST - ADDRESSES, LOST + ADDRESSES, 3_980}) {
                HistoryWindow window = around(journal, seq);
                assertThat(seqs(window)).as("around %d", seq).isEqualTo(readable());
                assertThat(window.whole()).isTrue();
                assertThat(HistoryPane.extent(window, null))
                        .isEqualTo("44 entries at this address · others may be lost: the file is damaged");
            }
        }
    }

    @Test
    void growsAcrossTheDamage() throws Exception {
        try (JournalReader journal = damaged(i -> "/many")) {
            HistoryLoader loader = new HistoryLoader(journal);
            HistoryWindow window = around(journal, 3_500);
            assertThat(HistoryPane.extent(window, (long) ENTRIES))
                    .as("before the damage is met")
                    .isEqualTo("The newest 2,000 of 4,000 entries at this address");
            assertThat(window.moreOlder()).isTrue();
            HistoryWindow older = loader.older(window, Cancellation.none());
            assertThat(older.rows()).hasSize(window.rows().size() + HistoryLoader.PORTION);
            assertThat(older.damaged()).isTrue();
            assertThat(older.moreOlder()).isTrue();
            List<Row> first = journal.page(PageRequest.forward(Filter.ALL, 1, 1_500), Cancellation.none());
            HistoryWindow before = HistoryWindow.of("/many", first, true, false, false);
            HistoryWindow newer = loader.newer(before, Cancellation.none());
            assertThat(newer.rows()).hasSize(before.rows().size() + HistoryLoader.PORTION);
            assertThat(newer.damaged()).isTrue();
            assertThat(loader.newer(newer, Cancellation.none()).damaged())
                    .as("what is lost stays so")
                    .isTrue();
        }
    }

    @Test
    void saysThatWhatTheEntryBehindTheDamageChangedIsLost() throws Exception {
        try (JournalReader journal = damaged(SceneJournal::address)) {
            var loader = new EntryLoader(journal);
            for (long seq : new long[] {LOST + ADDRESSES, LOST + 2 * ADDRESSES}) {
                EntryDetail detail = loader.load(seq, Cancellation.none());
                EntryDiff diff = loader.compare(detail.entry(), Cancellation.none());
                assertThat(diff)
                        .isInstanceOf(seq == LOST + ADDRESSES ? EntryDiff.Lost.class : EntryDiff.Compared.class);
            }
        }
    }

    private static HistoryWindow around(JournalReader journal, long seq) {
        Entry entry = journal.entry(seq).orElseThrow();
        return new HistoryLoader(journal).around(entry, null, Cancellation.none());
    }

    private static List<Long> seqs(HistoryWindow window) {
        return window.rows().reversed().stream().map(row -> row.entry().seq()).toList();
    }

    private static List<Long> readable() {
        return LongStream.iterate(20, seq -> seq <= ENTRIES, seq -> seq + ADDRESSES)
                .filter(seq -> seq != LOST)
                .boxed()
                .toList();
    }

    private JournalReader damaged(IntFunction<String> address) throws Exception {
        Path file = SceneJournal.write(folder.resolve("show.db"), ENTRIES, null, address);
        DamagedFiles.loseLeafWith("value-" + LOST + "-", file);
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }
}
