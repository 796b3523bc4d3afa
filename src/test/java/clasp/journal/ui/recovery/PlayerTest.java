package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Playing, in a time that the test moves: one tick is 50 ms.
class PlayerTest {
    private static final long MILLI = 1_000;
    private static final long SECOND = 1_000_000;
    private static final long BEGIN = 1_708_500_000_000_000L;

    private final RecoveryFixture fixture = new RecoveryFixture();
    private final List<Long> times = new ArrayList<>();

    @Test
    void atOneTimesItTakesAsLongAsItTook() {
        entriesAt(0, 60 * MILLI, 100 * MILLI, 500 * MILLI);
        Player player = playFromTheStart(1);
        assertThat(seqsOfTicks(9)).containsExactly(1L, 3L, 3L, 3L, 3L, 3L, 3L, 3L, 3L);
        assertThat(player.playing().get()).isTrue();
        assertThat(seqsOfTicks(1)).containsExactly(4L);
        assertThat(player.playing().get()).isFalse();
    }

    /// Where the state is not on screen, nothing waits for it.
    @ParameterizedTest
    @EnumSource
    void itPlaysOnEveryPage(RecoveryTab page) {
        entriesAt(0, 60 * MILLI, 100 * MILLI, 500 * MILLI);
        model = fixture.open();
        model.tab().set(page);
        rewindAndPlay();
        assertThat(seqsOfTicks(10)).endsWith(3L, 4L);
    }

    @Test
    void tenTimesFasterItTakesATenth() {
        entriesAt(0, 400 * MILLI, 900 * MILLI, 1_900 * MILLI);
        playFromTheStart(10);
        assertThat(seqsOfTicks(4)).containsExactly(1L, 3L, 3L, 4L);
    }

    @Test
    void aThousandTimesFasterManyEntriesAreOneMove() {
        long[] micros = new long[3_000];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = i * MILLI * 10;
        }
        entriesAt(micros);
        List<Long> moves = new ArrayList<>();
        Player player = playFromTheStart(1_000);
        model.cursor().entry().subscribe((before, now) -> moves.add(now == null ? 0 : now.seq()));
        tick();
        assertThat(moves).isEmpty();
        tick();
        // 100 ms of playing are 100 s of the journal, but no more than were read ahead.
        assertThat(moves).containsExactly(2_001L);
        tick();
        assertThat(moves).containsExactly(2_001L, 3_000L);
        assertThat(fixture.state().state().seq()).isEqualTo(3_000);
        assertThat(player.speed().get()).isEqualTo(1_000);
    }

    @Test
    void theSpeedCanBeChangedWhileItPlays() {
        entriesAt(0, 100 * MILLI, 1_100 * MILLI);
        Player player = playFromTheStart(1);
        assertThat(seqsOfTicks(3)).containsExactly(1L, 2L, 2L);
        player.speed().set(10);
        assertThat(seqsOfTicks(2)).containsExactly(2L, 3L);
    }

    @Test
    void aSilenceOfHoursIsPassedInTwoSeconds() {
        entriesAt(0, 7_200 * SECOND);
        playFromTheStart(1);
        int ticks = (int) (Player.SILENCE.toMillis() / Player.TICK.toMillis());
        assertThat(seqsOfTicks(ticks - 1)).containsOnly(1L);
        tick();
        assertThat(fixture.seq()).isEqualTo(2);
    }

    @Test
    void aClockThatGoesBackStandsStill() {
        entriesAt(500 * MILLI, 100 * MILLI, 100 * MILLI, 300 * MILLI);
        playFromTheStart(1);
        assertThat(seqsOfTicks(4)).containsExactly(1L, 3L, 3L, 4L);
    }

    @Test
    void nothingMovesBeforeTheScreenShowsTheMoveBefore() {
        entriesAt(0, 10 * MILLI, 300 * MILLI);
        playFromTheStart(1);
        tick();
        fixture.later.advance(Player.TICK);
        assertThat(fixture.seq()).isEqualTo(2);
        assertThat(model.state().upToDate()).isFalse();
        for (int i = 0; i < 20; i++) {
            fixture.later.advance(Player.TICK);
        }
        assertThat(fixture.seq()).isEqualTo(2);
        assertThat(seqsOfTicks(8)).endsWith(3L);
    }

    @Test
    void whoeverElseMovesTheCursorPausesIt() {
        entriesAt(0, 10 * MILLI, 20 * MILLI, 3 * SECOND);
        Player player = playFromTheStart(1);
        tick();
        tick();
        assertThat(player.playing().get()).isTrue();
        model.cursor().step(-1);
        fixture.background.runAll();
        assertThat(player.playing().get()).isFalse();
        assertThat(seqsOfTicks(100)).containsOnly(2L);
    }

    @Test
    void pausedItStaysAndGoesOnFromThere() {
        entriesAt(0, 10 * MILLI, 3 * SECOND);
        Player player = playFromTheStart(1);
        tick();
        tick();
        player.toggle();
        assertThat(seqsOfTicks(100)).containsOnly(2L);
        player.toggle();
        assertThat(seqsOfTicks(43)).endsWith(3L);
    }

    @Test
    void theEndIsSaid() {
        entriesAt(0, 10 * MILLI);
        Player player = playFromTheStart(1);
        seqsOfTicks(3);
        assertThat(player.playing().get()).isFalse();
        assertThat(model.cursor().message().get()).isEqualTo("Played to the newest entry.");
    }

    @Test
    void anEmptyJournalDoesNotPlay() {
        fixture.open().player().play();
        assertThat(fixture.later.waiting()).isZero();
    }

    @Test
    void whenTheViewLeavesTheScreenItPauses() {
        entriesAt(0, 10 * MILLI, 20 * MILLI);
        Player player = playFromTheStart(1);
        model.stop();
        assertThat(player.playing().get()).isFalse();
    }

    private RecoveryViewModel model;

    private void entriesAt(long... micros) {
        for (long at : micros) {
            times.add(at);
            long seq = times.size();
            fixture.journal.entry(
                    new Entry(seq, BEGIN + at, "author", "/a", "param", Long.toString(seq), seq, MsgType.SET));
        }
    }

    private Player playFromTheStart(double speed) {
        model = fixture.open();
        model.player().speed().set(speed);
        rewindAndPlay();
        return model.player();
    }

    private void rewindAndPlay() {
        model.cursor().toStart();
        fixture.settle();
        model.player().play();
    }

    private void tick() {
        fixture.later.advance(Player.TICK);
        fixture.background.runAll();
    }

    private List<Long> seqsOfTicks(int ticks) {
        List<Long> seqs = new ArrayList<>();
        for (int i = 0; i < ticks; i++) {
            tick();
            seqs.add(fixture.seq());
        }
        return seqs;
    }
}
