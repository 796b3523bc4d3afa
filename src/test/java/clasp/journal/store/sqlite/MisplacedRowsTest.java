package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Damage;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.PageRequest;
import clasp.journal.testing.DamagedFiles;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Several rows one behind the other whose seqs are in order among themselves, but not with those around them: they
/// look right, and the right ones behind them wrong.
class MisplacedRowsTest extends DamagedJournal {
    /// How they came there.
    private enum Cause {
        TWO_SEQS_TOO_HIGH {
            @Override
            void damage(MisplacedRowsTest test) throws Exception {
                DamagedFiles.flipSeqOf("value-1030-", 6, test.file);
                DamagedFiles.flipSeqOf("value-1031-", 6, test.file);
            }
        },
        TWO_SEQS_TOO_LOW {
            @Override
            void damage(MisplacedRowsTest test) throws Exception {
                DamagedFiles.flipSeqOf("value-1000-", 6, test.file);
                DamagedFiles.flipSeqOf("value-1001-", 6, test.file);
            }
        },
        A_LATER_PAGE_INSTEAD {
            @Override
            void damage(MisplacedRowsTest test) throws Exception {
                DamagedFiles.copyLeaf("value-3000-", "value-1000-", test.file);
            }
        },
        AN_EARLIER_PAGE_INSTEAD {
            @Override
            void damage(MisplacedRowsTest test) throws Exception {
                DamagedFiles.copyLeaf("value-1000-", "value-3000-", test.file);
            }
        };

        abstract void damage(MisplacedRowsTest test) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void aScanSaysThatEntriesAreMissing(Cause cause) throws Exception {
        cause.damage(this);
        List<Entry> seen = new ArrayList<>();
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> journal.scan(Filter.ALL, SeqRange.ALL, seen::add, Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
            assertThat(journal.damage()).isEqualTo(Damage.MET);
        }
        assertThat(seen).extracting(Entry::seq).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void lookingForDamageFindsIt(Cause cause) throws Exception {
        cause.damage(this);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> journal.lookThrough(Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGlanceSaysThatEntriesAreMissing(Cause cause) throws Exception {
        cause.damage(this);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> journal.glance(SeqRange.ALL, entry -> {}, Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesTellOfDamageInBothDirections(Cause cause) throws Exception {
        cause.damage(this);
        for (Direction direction : Direction.values()) {
            for (int max : List.of(100, 5_000)) {
                try (JournalReader journal = open(file)) {
                    read(journal, direction, max);
                    assertThat(journal.damage())
                            .as("%s, %d at once", direction, max)
                            .isEqualTo(Damage.MET);
                }
            }
        }
    }

    private static void read(JournalReader journal, Direction direction, int max) {
        boolean forward = direction == Direction.FORWARD;
        long from = forward ? 1 : ENTRIES;
        for (int pages = 0; pages < ENTRIES; pages++) {
            List<Entry> page =
                    journal.page(new PageRequest(Filter.ALL, from, direction, max, 100), Cancellation.none()).stream()
                            .map(row -> row.entry())
                            .toList();
            if (page.isEmpty()) {
                return;
            }
            from = forward ? page.getLast().seq() + 1 : page.getFirst().seq() - 1;
        }
    }

    /// What is left has them all but for the page that was overwritten.
    @ParameterizedTest
    @EnumSource
    void whatIsLeftLosesNoneOfTheRightOnes(Cause cause) throws Exception {
        cause.damage(this);
        try (JournalReader left = openLeft(file)) {
            List<Entry> entries = entries(left);
            assertThat(all).containsAll(entries);
            assertThat(entries).hasSizeGreaterThan(ENTRIES - 100);
            assertThat(entries).extracting(Entry::seq).isSorted().doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsNoBackupWithoutAWord(Cause cause) throws Exception {
        cause.damage(this);
        try (var prepared = new JournalBackup(JournalFile.existing(Files.copy(whole, folder.resolve("present.db"))))
                .prepareRestore(file, CompactionProgress.NONE, Cancellation.none())) {
            assertThat(prepared.lacks())
                    .containsExactly("The backup “" + file + "” is damaged: entries may be missing in it, and in the"
                            + " journal now, too. Problems tells which.");
        }
    }
}
