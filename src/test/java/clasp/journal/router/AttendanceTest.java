package clasp.journal.router;

import static clasp.journal.router.core.Messages.hello;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.Limits;
import clasp.journal.router.core.Moment;
import clasp.journal.router.core.ParamTable;
import clasp.journal.router.core.Requests;
import clasp.journal.router.core.Strategies;
import clasp.journal.router.core.Subscriptions;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private static final long BEGIN = 1_700_000_000_000_000L;

    private final Attendance attendance = new Attendance();
    private final FakePeer guest = new FakePeer("guest", BEGIN);

    private static void greet(FakePeer peer) {
        ParamTable table = new ParamTable(Strategies.LAST_WRITE, 1);
        new Requests("test", AccessToken.NONE, Limits.USUAL, table, new Subscriptions())
                .answer(peer.client(), hello(null), new Moment(BEGIN, BEGIN));
    }

    @Test
    void whoeverDoesNotSayHelloIsSentAway() {
        attendance.add(guest);

        attendance.check(BEGIN + 9 * Micros.SECOND);
        assertThat(guest.told).doesNotContain("no HELLO");
        attendance.check(BEGIN + 11 * Micros.SECOND);

        assertThat(guest.told).contains("no HELLO");
    }

    @Test
    void whoeverHasSaidHelloMayListenForEverAndIsAskedForASignOfLife() {
        greet(guest);
        attendance.add(guest);

        for (int second = 1; second <= 100; second++) {
            attendance.check(BEGIN + second * Micros.SECOND);
        }

        assertThat(guest.told).containsExactly("ping", "ping", "ping", "ping");
    }

    @Test
    void whoeverCannotBeAskedKeepsNobodyFromBeingAsked() {
        FakePeer broken = new FakePeer("broken", BEGIN);
        broken.breaks();
        attendance.add(broken);
        attendance.add(guest);

        attendance.check(BEGIN + Micros.SECOND);

        assertThat(guest.told).containsExactly("ping");
    }

    @Test
    void whoeverHasGoneIsAskedForNothing() {
        attendance.add(guest);
        attendance.remove(guest);

        attendance.check(BEGIN + 60 * Micros.SECOND);

        assertThat(guest.told).isEmpty();
        assertThat(attendance.size()).isZero();
    }

    @Test
    void thereIsALookOnceASecond() {
        assertThat(attendance.isDue(BEGIN)).isTrue();
        assertThat(attendance.isDue(BEGIN + Micros.SECOND - 1)).isFalse();
        assertThat(attendance.isDue(BEGIN + Micros.SECOND)).isTrue();
    }
}
