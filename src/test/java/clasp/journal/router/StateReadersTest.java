package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateReadersTest {
    private final StateReaders readers = new StateReaders();
    private final FakePeer slow = new FakePeer("slow", 0);
    private final FakePeer later = new FakePeer("later", 0);

    @Test
    void whoHoldsOnToTooMuchThatWasReplacedIsCutOff() {
        slow.reads(true);
        later.reads(true);
        readers.add(slow, 0);
        readers.add(later, 100);

        readers.check(StateReaders.MOST);
        assertThat(slow.told).isEmpty();
        readers.check(StateReaders.MOST + 1);

        assertThat(slow.told).containsExactly("cut off");
        assertThat(later.told).isEmpty();
    }

    @Test
    void whoHasReadItAllIsNot() {
        readers.add(slow, 0);

        readers.check(StateReaders.MOST + 1);

        assertThat(slow.told).isEmpty();
    }

    @Test
    void whoAsksAgainBeginsAnew() {
        slow.reads(true);
        readers.add(slow, 0);
        readers.add(slow, StateReaders.MOST);

        readers.check(StateReaders.MOST + 1);

        assertThat(slow.told).isEmpty();
    }
}
