package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final ReadAhead ahead = new ReadAhead();

    @Test
    void aFewMessagesAreReadBeforeTheFirstIsDoneWith() {
        for (int i = 1; i < ReadAhead.MAX_MESSAGES; i++) {
            assertThat(ahead.read(10, false)).isTrue();
        }
        assertThat(ahead.read(10, false)).as("enough").isFalse();
        for (int i = 1; i < ReadAhead.MAX_MESSAGES; i++) {
            assertThat(ahead.done()).isFalse();
        }
        assertThat(ahead.done()).as("all are done with").isTrue();
        assertThat(ahead.read(10, false)).isTrue();
        assertThat(ahead.done()).as("reading was not paused").isFalse();
    }

    @Test
    void largeMessagesAreFewer() {
        assertThat(ahead.read(ReadAhead.MAX_BYTES - 1, false)).isTrue();
        assertThat(ahead.read(1, false)).isFalse();
        ahead.done();
        assertThat(ahead.done()).isTrue();
        assertThat(ahead.read(ReadAhead.MAX_BYTES - 1, false)).isTrue();
    }

    @Test
    void whatMustBeAloneIsWaitedForWithAllBeforeIt() {
        assertThat(ahead.read(10, false)).isTrue();
        assertThat(ahead.read(10, true)).isFalse();
        assertThat(ahead.done()).as("the one before it").isFalse();
        assertThat(ahead.done()).isTrue();
    }
}
