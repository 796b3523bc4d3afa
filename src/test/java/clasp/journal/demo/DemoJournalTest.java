package clasp.journal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.memory.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoJournalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T20:15:00Z");

    private Instant now = NOW;
    private final DemoJournal demo = new DemoJournal("demo", 1, () -> now);
    private final MemoryJournal journal = demo.journal();

    @Test
    void theHistoryEndsShortlyBeforeThePresent() {
        long latest = journal.timeSpan().orElseThrow().toMicros();
        assertThat(micros(NOW) - latest).isBetween(0L, 20_000_000L);
        assertThat(entries()).hasSizeBetween(5_000, 9_999);
    }

    @Test
    void threeUsableSnapshotsLieInTheHistory() {
        assertThat(journal.snapshots()).hasSize(3).allSatisfy(info -> {
            assertThat(journal.snapshot(info.id(), Cancellation.none())
                            .orElseThrow()
                            .usable())
                    .isTrue();
            assertThat(info.seqAt()).isPositive();
            assertThat(Long.compareUnsigned(info.createdAtMicros(), micros(NOW)))
                    .isNegative();
        });
    }

    @Test
    void theOldestEntriesWereCompactedAway() {
        assertThat(journal.state().firstSeq()).isGreaterThan(1);
    }

    @Test
    void aFadeStopsInTheMiddleThenAppendsAreMissingAndThereIsSilence() {
        SeqRange missing = journal.missingSeqs(5, Cancellation.none()).getFirst();
        assertThat(missing.last() - missing.first()).isEqualTo(2);
        Entry last = journal.entry(missing.first() - 1).orElseThrow();
        assertThat(last.address()).isEqualTo("/lumen/scene/0/layer/0/opacity");
        assertThat(last.valueJson()).isBetween("0.45", "0.47");
        Entry next = journal.entry(missing.last() + 1).orElseThrow();
        assertThat(next.timestampMicros() - last.timestampMicros()).isGreaterThan(44_000_000);
    }

    @Test
    void afterTheCrashRevisionsBeginAgainUnderNewSessions() {
        long crash = journal.missingSeqs(5, Cancellation.none()).getFirst().first();
        Set<String> before = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries()) {
            if (entry.seq() < crash) {
                before.add(entry.author());
            } else {
                assertThat(before).doesNotContain(entry.author());
                if (entry.revision() != null && seen.add(entry.address())) {
                    assertThat(entry.revision()).isEqualTo(1);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    @Test
    void theClockGoesBackwardsOnce() {
        List<Entry> all = entries();
        List<Long> backwards = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).timestampMicros() < all.get(i - 1).timestampMicros()) {
                backwards.add(all.get(i).timestampMicros() - all.get(i - 1).timestampMicros());
            }
        }
        assertThat(backwards).singleElement().satisfies(step -> assertThat(step).isBetween(-2_500_000L, -2_490_000L));
    }

    @Test
    void everyKindOfEntryThatClaspReadsDifferentlyOccurs() {
        EnumSet<ClaspReading> found = EnumSet.noneOf(ClaspReading.class);
        entries().forEach(entry -> found.addAll(ClaspReading.of(entry)));
        assertThat(found).containsExactlyInAnyOrder(ClaspReading.values());
    }

    @Test
    void ticksAppendWhatHappenedMeanwhile() {
        demo.tick();
        long before = journal.state().latestSeq();
        for (int i = 0; i < 10; i++) {
            now = now.plus(demo.interval());
            demo.tick();
        }
        assertThat(journal.state().latestSeq() - before).isBetween(35L, 45L);
        Entry latest = journal.entry(journal.state().latestSeq()).orElseThrow();
        assertThat(micros(now) - latest.timestampMicros()).isBetween(-50_000L, 100_000L);
    }

    @Test
    void afterALongSleepTheShowGoesOnWithoutAFlood() {
        now = now.plus(Duration.ofHours(5));
        long before = journal.state().latestSeq();
        demo.tick();
        assertThat(journal.state().latestSeq() - before).isBetween(60L, 100L);
        demo.tick();
        assertThat(journal.state().latestSeq() - before).isBetween(60L, 101L);
    }

    @Test
    void equalSeedsGiveEqualHistories() {
        DemoJournal other = new DemoJournal("demo", 1, () -> NOW);
        List<Entry> entries = new ArrayList<>();
        other.journal().scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
        assertThat(entries).isEqualTo(entries());
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
        return entries;
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
