package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.testing.DamagedFiles;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A page of the index on addresses tells that it has fewer entries than it has: SQLite does not notice.
class DamagedIndexTest extends DamagedJournal {
    private static final int PAGE = 4_096;

    @BeforeEach
    void loseEntriesOfTheIndex() throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int page = (rootOfAddressIndex() - 1) * PAGE;
        while (bytes.get(page) == 2) {
            page = (bytes.getInt(page + bytes.getShort(page + 12)) - 1) * PAGE;
        }
        bytes.putShort(page + 3, (short) (bytes.getShort(page + 3) / 2));
        Files.write(file, bytes.array());
    }

    @Test
    void countingInTheEntriesIsNotMisled() {
        try (JournalReader journal = open(file)) {
            long byIndex = 0;
            long byEntries = 0;
            for (Filter address : addresses()) {
                byIndex += journal.count(address, Progress.NONE, Cancellation.none());
                byEntries += journal.countThrough(address, Progress.NONE, Cancellation.none());
            }
            assertThat(byIndex).isLessThan(ENTRIES);
            assertThat(byEntries).isEqualTo(ENTRIES);
            assertThat(entries(journal)).isEqualTo(all);
        }
    }

    @Test
    void whatCanBeReadIsCountedOnceDamageIsMet() throws Exception {
        DamagedFiles.loseLeafWith("value-3000-", file);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> journal.lookThrough(Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
            long count = 0;
            long rows = 0;
            for (Filter address : addresses()) {
                count += journal.count(address, Progress.NONE, Cancellation.none());
                rows += journal.rowIndex(address, Progress.NONE, Cancellation.none())
                        .rows();
            }
            assertThat(count).isBetween(ENTRIES - 100L, ENTRIES - 2L);
            assertThat(rows).isEqualTo(count);
        }
    }

    @Test
    void theAddressesOfWhatCanBeReadAreListedOnceDamageIsMet() throws Exception {
        DamagedFiles.loseLeafWith("value-3000-", file);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> journal.lookThrough(Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
            Map<String, AddressCount> expected = new TreeMap<>();
            assertThatThrownBy(() -> journal.scan(
                            Filter.ALL,
                            SeqRange.ALL,
                            entry -> {
                                AddressCount before = expected.get(entry.address());
                                expected.put(
                                        entry.address(),
                                        new AddressCount(
                                                entry.address(),
                                                before == null ? 1 : before.entries() + 1,
                                                entry.seq()));
                                return true;
                            },
                            Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
            assertThat(journal.addresses(Progress.NONE, Cancellation.none()))
                    .containsExactlyElementsOf(expected.values());
        }
    }

    @Test
    void countingBesideDamageSaysHowFarItIs() throws Exception {
        DamagedFiles.loseLeafWith("value-3000-", file);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> journal.lookThrough(Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
            List<Long> done = new ArrayList<>();
            List<Long> totals = new ArrayList<>();
            journal.count(
                    new Filter.Address(AddressPattern.of("/nowhere")),
                    (now, total) -> {
                        done.add(now);
                        totals.add(total);
                    },
                    Cancellation.none());
            assertThat(done).isNotEmpty().isSorted().allMatch(now -> now > 0 && now <= ENTRIES);
            assertThat(totals).containsOnly((long) ENTRIES);
        }
    }

    private List<Filter> addresses() {
        return all.stream()
                .map(Entry::address)
                .distinct()
                .<Filter>map(address -> new Filter.Address(AddressPattern.of(address)))
                .toList();
    }
}
