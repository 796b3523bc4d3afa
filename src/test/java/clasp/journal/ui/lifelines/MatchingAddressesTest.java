package clasp.journal.ui.lifelines;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.RandomFilters;
import clasp.journal.testing.RandomJournals;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An address is among them exactly when one of its entries matches the whole query.
class MatchingAddressesTest {
    /// The counts are small enough to be seen through, and large enough that few are read by the page.
    private static final List<Entry> SHOW = SceneJournal.numbered(
            4_000,
            seq -> new Entry(
                    0,
                    seq * 10L,
                    "w",
                    SceneJournal.address(seq),
                    seq % 90 == 7 ? "event" : "param",
                    seq % 45 == 0 ? "1" : "0",
                    1L,
                    MsgType.SET));

    @TempDir
    private Path folder;

    private static Set<String> found(JournalReader journal, String query) {
        return found(journal, Query.parse(query));
    }

    private static Set<String> found(JournalReader journal, Query query) {
        return MatchingAddresses.of(journal, query, MatchingAddresses.Found.NOTHING, Progress.NONE, Cancellation.none())
                .addresses();
    }

    private static Set<String> brute(List<Entry> entries, Filter filter) {
        return entries.stream().filter(filter::matches).map(Entry::address).collect(Collectors.toSet());
    }

    private JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type:event",
                "value>0.5 type:param",
                "from:10500 to:11000",
                "/scene/4* value=1",
                "/scene/45 value=1",
                "/scene/46 value=1",
                "-/scene/1* -/scene/2",
                "/scene/1* OR type:event",
                "type:stream",
                "",
            })
    void allConditionsOfTheFilterCount(String text) {
        Query query = Query.parse(text);
        List<Entry> entries = new ArrayList<>();
        try (JournalReader journal = open(SceneJournal.write(folder.resolve("show.db"), null, SHOW))) {
            journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
            assertThat(found(journal, query)).isEqualTo(brute(entries, query.filter()));
        }
    }

    @Test
    void theyAreThoseOfTheMatchesWhateverIsAskedOfWhateverJournal() {
        for (long seed = 1; seed <= 6; seed++) {
            List<Entry> entries = new RandomJournals(seed).entries(600);
            Path file = SceneJournal.write(folder.resolve(seed + ".db"), null, entries);
            try (JournalReader journal = open(file)) {
                var filters = new RandomFilters(seed, 600, journal.timeSpan().orElseThrow());
                List<Entry> stored = new ArrayList<>();
                journal.scan(Filter.ALL, SeqRange.ALL, stored::add, Cancellation.none());
                for (int i = 0; i < 60; i++) {
                    Query query = Query.of(filters.next(3));
                    assertThat(found(journal, query)).as("%s", query).isEqualTo(brute(stored, query.filter()));
                }
            }
        }
    }

    /// The list of addresses tells; a journal of millions is not gone through for that.
    @Test
    void ofAFilterForAddressesAloneNoEntryIsRead() {
        var journal = new ListJournal(List.of()) {
            @Override
            public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
                throw new AssertionError("reads entries");
            }
        };
        IntStream.range(0, 90).forEach(seq -> journal.add(Entries.set("/scene/" + seq, "1")));
        assertThat(found(journal, "/scene/1*")).hasSize(11);
        assertThat(found(journal, "-/scene/1* OR /scene/12")).hasSize(80);
        assertThat(found(journal, "")).hasSize(90);
    }

    @Test
    void ofAJournalThatHasGrownOnlyWhatIsNewIsRead() {
        List<Long> read = new ArrayList<>();
        var journal = new ListJournal(List.of()) {
            @Override
            public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
                super.scan(
                        filter,
                        range,
                        entry -> {
                            read.add(entry.seq());
                            return visitor.visit(entry);
                        },
                        cancellation);
            }
        };
        Query query = Query.parse("value>5");
        journal.add(Entries.set("/a", "9")).add(Entries.set("/b", "1"));
        var before = MatchingAddresses.of(
                journal, query, MatchingAddresses.Found.NOTHING, Progress.NONE, Cancellation.none());
        assertThat(before.addresses()).containsExactly("/a");

        read.clear();
        journal.add(Entries.set("/b", "7"));
        var now = MatchingAddresses.of(journal, query, before, Progress.NONE, Cancellation.none());
        assertThat(now.addresses()).containsExactlyInAnyOrder("/a", "/b");
        assertThat(read).containsExactly(3L);

        assertThat(MatchingAddresses.of(journal, Query.parse("value>8"), now, Progress.NONE, Cancellation.none())
                        .addresses())
                .as("of another query")
                .containsExactly("/a");
    }

    @Test
    void whatADamagedFileHasLostIsLeftOut() throws Exception {
        Path file = SceneJournal.write(folder.resolve("show.db"), 4_000);
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (SqliteJournal elsewhere = new SqliteJournals().openForWriting(file, null);
                JournalReader journal = open(file)) {
            assertThat(elsewhere.state().latestSeq()).isEqualTo(4_000);
            assertThat(found(journal, "value~value-3999- OR value~value-2000- OR value~value-1-"))
                    .containsExactlyInAnyOrder(SceneJournal.address(3_999), SceneJournal.address(1));
        }
    }

    @Test
    void itIsToldHowFarItIs() {
        List<Double> told = new ArrayList<>();
        try (JournalReader journal = open(SceneJournal.write(folder.resolve("show.db"), null, SHOW))) {
            MatchingAddresses.of(
                    journal,
                    Query.parse("type:stream"),
                    MatchingAddresses.Found.NOTHING,
                    (done, total) -> told.add((double) done / total),
                    Cancellation.none());
        }
        assertThat(told).isSorted().isNotEmpty().last().isEqualTo(1.0);
    }
}
