package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.JournalReader;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.OpenHandles;
import clasp.journal.testing.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Following a relay that behaves, and one that does not.
class RelayJournalTest extends FollowedRelay {
    @Test
    void readsEverythingInPagesOneRequestAtATimeAlwaysWithALimit() throws Exception {
        append(1_234);

        RelayJournal journal = open();

        await(journal, 1, 1_234);
        assertThat(relay.requests)
                .filteredOn(request -> request.contains("/since"))
                .hasSizeGreaterThan(12)
                .allMatch(request -> request.matches(".*\\?seq=\\d+&limit=100"));
        assertThat(relay.mostAtOnce).hasValue(1);
        Patience.until("caught up", () -> journal.status().caughtUp());
        assertThat(journal.info().access()).asString().startsWith("live · ");
    }

    @Test
    void followsWhatIsWritten() throws Exception {
        RelayJournal journal = open();
        assertThat(journal.state().isEmpty()).isTrue();

        append(3);
        await(journal, 1, 3);
        append(500);
        await(journal, 1, 503);

        assertThat(events).hasOnlyElementsOfType(LiveEvent.Batch.class);
        assertThat(events.getFirst()).isEqualTo(new LiveEvent.Batch(new SeqRange(1, 3), 3));
        assertThat(journal.status().entriesPerSecond()).isPositive();
        assertThat(journal.compaction()).isInstanceOf(CompactionAccess.Unavailable.class);
    }

    @Test
    void whatTheRingDroppedMeanwhileIsAGap() throws Exception {
        relay.journal = memory(50);
        append(20);
        RelayJournal journal = open();
        await(journal, 1, 20);
        relay.fault = FakeRelay.status(503, "{\"error\":\"busy\"}");
        awaitEvent(LiveEvent.Disconnected.class);

        append(130);
        relay.fault = null;

        LiveEvent.Gap gap = awaitEvent(LiveEvent.Gap.class);
        assertThat(gap.missing()).isEqualTo(new SeqRange(21, 100));
        assertThat(gap.entries()).isEqualTo(80);
        assertThat(gap.orAnew()).isTrue();
        Patience.until("the rest", () -> journal.state().latestSeq() == 150);
        assertThat(journal.missingSeqs(9, Cancellation.none())).containsExactly(new SeqRange(21, 100));
        assertThat(seqs(journal)).hasSize(70).doesNotHaveDuplicates();
        assertThat(journal.status().missed()).isEqualTo(80);
    }

    @Test
    void aGapWhileTheRelayAnsweredIsNoDoubtfulOne() throws Exception {
        relay.journal = memory(50);
        append(20);
        RelayJournal journal = open();
        await(journal, 1, 20);

        append(130);

        assertThat(awaitEvent(LiveEvent.Gap.class)).isEqualTo(new LiveEvent.Gap(new SeqRange(21, 100), false));
        assertThat(events).noneMatch(LiveEvent.Disconnected.class::isInstance);
    }

    /// The one entry that would show it has gone already.
    @Test
    void aRestartAfterWhichMoreWasWrittenThanTheRingHoldsIsSaidToBePossible() throws Exception {
        append(20);
        RelayJournal journal = open();
        await(journal, 1, 20);
        relay.fault = FakeRelay.status(503, "{\"error\":\"gone\"}");
        awaitEvent(LiveEvent.Disconnected.class);
        relay.journal = memory(50);
        append(130);
        relay.fault = null;

        assertThat(awaitEvent(LiveEvent.Gap.class)).isEqualTo(new LiveEvent.Gap(new SeqRange(21, 80), true));
        append(100);
        Patience.until(
                "a gap while connected", () -> events.contains(new LiveEvent.Gap(new SeqRange(131, 180), false)));
    }

    @Test
    void seqsThatNeverHadAnEntryAreNoGap() throws Exception {
        MemoryJournal holes = memory(1_000);
        relay.journal = holes;
        append(5);
        RelayJournal journal = open();
        await(journal, 1, 5);

        holes.skipSeqs(10);
        append(1);

        Patience.until("the entry after the hole", () -> journal.state().latestSeq() == 16);
        assertThat(events).hasOnlyElementsOfType(LiveEvent.Batch.class);
    }

    @Test
    void aCompactedRelayLeavesWhatWasRead() throws Exception {
        append(5);
        RelayJournal journal = open();
        await(journal, 1, 5);

        relay.journal.compact(Long.MAX_VALUE);
        Patience.until(
                "an answer without entries", () -> relay.requests.stream().anyMatch(r -> r.contains("/latest")));
        append(2);

        await(journal, 1, 7);
        assertThat(events).hasOnlyElementsOfType(LiveEvent.Batch.class);
    }

    @ParameterizedTest(name = "{0} entries before, {1} after")
    @CsvSource({"10, 3", "10, 10", "10, 400", "1, 1"})
    void aRestartWithSeqsFrom1IsANewSession(int before, int after) throws Exception {
        append(before);
        RelayJournal journal = open();
        await(journal, 1, before);
        long version = journal.state().version();

        MemoryJournal restarted = memory(1_000);
        restarted.appendAll(IntStream.range(0, after)
                .mapToObj(i -> Entries.set("/new/" + i, "true"))
                .toList());
        relay.journal = restarted;

        JournalReader ended = awaitEvent(LiveEvent.NewSession.class).ended();
        opened.add(ended);
        await(journal, 1, after);
        assertThat(journal.entry(1)).map(Entry::address).contains("/new/0");
        assertThat(journal.state().version()).isNotEqualTo(version);
        assertThat(seqs(ended)).hasSize(before);
        assertThat(ended.entry(1)).map(Entry::address).contains("/a/0");
        assertThat(events).noneMatch(LiveEvent.Gap.class::isInstance);
    }

    @Test
    void pagesGetShorterWhereEntriesAreLarge() throws Exception {
        String large = "\"" + "x".repeat(20_000) + "\"";
        relay.journal.appendAll(IntStream.range(0, 30)
                .mapToObj(i -> Entries.set("/large", large))
                .toList());
        append(300);

        await(open(), 1, 330);
    }

    @Test
    void hundredsOfConnectionsInARowLeaveNoThreadAndNoDescriptor() throws Exception {
        append(3);
        for (int count = 0; count < 100; count++) {
            await(open(), 1, 3);
            opened.removeLast().close();
        }
        OpenHandles before = OpenHandles.now();
        for (int count = 0; count < 200; count++) {
            open();
            opened.removeLast().close();
        }
        Patience.until("as many as before", () -> OpenHandles.now().isAtMost(before));
    }

    @Test
    void closingBreaksARequestOff() throws Exception {
        append(1);
        RelayJournal journal = open();
        relay.fault = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                Thread.sleep(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        int before = relay.requests.size();
        Patience.until(
                "a request without an answer",
                () -> relay.requests.size() > before + 1 || relay.requests.size() > before);

        journal.close();
        journal.close();

        assertThat(events).noneMatch(LiveEvent.Disconnected.class::isInstance);
    }
}
