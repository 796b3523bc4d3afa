package clasp.journal.router;

import static clasp.journal.router.core.Messages.at;
import static clasp.journal.router.core.Messages.bundleAt;
import static clasp.journal.router.core.Messages.locking;
import static clasp.journal.router.core.Messages.set;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.core.ParamTable;
import clasp.journal.router.core.Strategies;
import clasp.journal.router.core.Subscriptions;
import clasp.journal.router.core.Writes;
import clasp.journal.store.memory.MemoryJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client that cannot be told costs nobody else an answer, nor the reading of what it sends next.
class JournaledWritesTest {
    private static final long NOW = 1_700_000_000_000_000L;

    private final FailingJournal journal = new FailingJournal(new MemoryJournal());
    private final Delivery delivery = new Delivery(new Subscriptions());
    private final JournaledWrites writes = new JournaledWrites(
            new Writes(new ParamTable(Strategies.LAST_WRITE, 100)), journal.asJournal(), 0, delivery);
    private final FakePeer broken = new FakePeer("broken", NOW);
    private final FakePeer other = new FakePeer("other", NOW);

    @BeforeEach
    void bothWrite() {
        broken.breaks();
        writes.add(broken, set("/a", 1), at(NOW));
        writes.add(other, set("/b", 1), at(NOW));
    }

    @Test
    void theOthersOfABatchAreAnsweredAndAllAreReadOn() {
        writes.flush();

        assertThat(other.told).hasSize(2).endsWith("next");
        assertThat(other.told.getFirst()).startsWith("Ack");
        assertThat(broken.told).containsExactly("next");
    }

    @Test
    void whatWasToComeLaterFromAClientThatHasGoneTakesEffectAndLocksNothing() {
        writes.flush();
        other.told.clear();

        writes.addLate(null, "gone", bundleAt(NOW, locking("/lk", 1)), at(NOW));
        writes.add(other, set("/lk", 2, 1), at(NOW));
        writes.flush();

        assertThat(other.told.getFirst()).startsWith("Ack[address=/lk, revision=2, locked=null");
    }

    @Test
    void theOthersLearnOfAFailureOfTheJournalAndAllAreReadOn() {
        journal.fail("The disk is full.");

        writes.flush();

        assertThat(other.told).hasSize(2).endsWith("next");
        assertThat(other.told.getFirst()).startsWith("Error").contains("The disk is full.");
        assertThat(broken.told).containsExactly("next");
    }
}
