package clasp.journal.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Utf8Order;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDictionaryTest {
    private static final List<String> WORDS = List.of("a", "b", "bb", "ünder", "\uD83D\uDCA1", "scene", "scenes");

    @TempDir
    Path folder;

    private final Random random = new Random(1);

    @ParameterizedTest(name = "{0} addresses")
    @ValueSource(ints = {0, 1, 2, 1000})
    void aTableGivesBackWhatWasPutIn(int addresses) {
        TreeMap<String, AddressCount> put = new TreeMap<>(Utf8Order.INSTANCE);
        for (int i = 0; i < addresses; i++) {
            String address = address();
            put.put(address, new AddressCount(address, random.nextLong(), random.nextLong()));
        }
        List<AddressCount> all = List.copyOf(put.values());
        int first = all.size() / 3;
        List<AddressTable> parts =
                List.of(table(all.subList(0, first)), table(List.of()), table(all.subList(first, all.size())));

        List<AddressCount> counts = new AddressDictionary(parts, SeqRange.NONE).counts();

        assertThat(counts).isEqualTo(all);
        List<AddressCount> visited = new ArrayList<>();
        counts.forEach(visited::add);
        assertThat(visited).isEqualTo(all);
        assertThatThrownBy(() -> counts.get(all.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static AddressTable table(List<AddressCount> counts) {
        AddressTable.Builder builder = new AddressTable.Builder();
        counts.forEach(count -> builder.add(count.address().getBytes(UTF_8), count.entries(), count.lastSeq()));
        return builder.build();
    }

    @Test
    void itListsAndCountsWhatAFilterMatches() {
        List<Entry> entries = entries(3_000);
        try (SqliteSource source = source(entries)) {
            AddressDictionary dictionary = made(source, entries).orElseThrow();
            for (String text : List.of("**/a", "/b/**", "**/{a,scene}", "!/a/**", "**/ünder/*", "/*/*", "**/nothing")) {
                Filter filter = Query.parse(text).filter();
                List<Entry> matching = entries.stream().filter(filter::matches).toList();

                assertThat(dictionary.count(filter, Cancellation.none()))
                        .as(text)
                        .isEqualTo(matching.size());
                assertThat(dictionary.matching(filter, 10_000, () -> {}))
                        .as(text)
                        .isEqualTo(matching.stream()
                                .map(Entry::address)
                                .distinct()
                                .sorted(Utf8Order.INSTANCE)
                                .toList());
            }
        }
    }

    @Test
    void moreMatchesThanWantedAreNotListed() {
        List<Entry> entries = entries(500);
        Filter all = Query.parse("/**").filter();
        try (SqliteSource source = source(entries)) {
            AddressDictionary dictionary = made(source, entries).orElseThrow();
            int addresses = dictionary.counts().size();

            assertThat(dictionary.matching(all, addresses, () -> {})).hasSize(addresses);
            assertThat(dictionary.matching(all, addresses - 1, () -> {})).isNull();
        }
    }

    @Test
    void addressesWrittenSinceAreAmongTheKnownOnes() {
        List<Entry> entries = entries(100);
        Filter filter = Query.parse("**/added").filter();
        try (SqliteSource source = source(entries)) {
            // As it was when the last entry had not been written yet.
            List<Entry> before = entries.subList(0, 99);
            AddressTable.Builder old = new AddressTable.Builder();
            counts(before).forEach((address, count) -> old.add(address.getBytes(UTF_8), count, 1));
            List<String> found = source.read(Attempt.to("store.tried.entries"), Cancellation.none(), connection -> {
                connection.addresses().learn(new AddressDictionary(List.of(old.build()), new SeqRange(1, 99)));
                return connection.addresses().matching(connection, filter, 10);
            });

            assertThat(found).containsExactly("/very/newly/added");
        }
    }

    @Test
    void addressesThatCannotBeLookedUpMakeNoDictionary() {
        List<Entry> entries = List.of(
                Entries.set("/a", "1").withSeq(1), Entries.set("/b\uFFFD", "1").withSeq(2));
        try (SqliteSource source = source(entries)) {
            assertThat(made(source, entries)).isEmpty();
        }
    }

    private static Optional<AddressDictionary> made(SqliteSource source, List<Entry> entries) {
        return new AddressDictionaries(source)
                .counted(new SeqRange(1, entries.size()), Progress.NONE, Cancellation.none());
    }

    private static Map<String, Integer> counts(List<Entry> entries) {
        Map<String, Integer> counts = new TreeMap<>(Utf8Order.INSTANCE);
        entries.forEach(entry -> counts.merge(entry.address(), 1, Integer::sum));
        return counts;
    }

    private List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>();
        for (long seq = 1; seq < count; seq++) {
            entries.add(Entries.set(address(), "1").withSeq(seq));
        }
        entries.add(Entries.set("/very/newly/added", "1").withSeq(count));
        return entries;
    }

    private String address() {
        StringBuilder address = new StringBuilder();
        for (int depth = 1 + random.nextInt(4); depth > 0; depth--) {
            address.append('/').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return address.toString();
    }

    private SqliteSource source(List<Entry> entries) {
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        return new SqliteSource(JournalFile.existing(file), Progress.NONE, Cancellation.none());
    }
}
