package clasp.journal.router;

import static clasp.journal.router.core.Messages.hello;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.Client;
import clasp.journal.router.core.Limits;
import clasp.journal.router.core.Moment;
import clasp.journal.router.core.ParamTable;
import clasp.journal.router.core.Requests;
import clasp.journal.router.core.Strategies;
import clasp.journal.router.core.Subscriptions;
import clasp.journal.wire.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private static final long BEGIN = 1_700_000_000_000_000L;

    private final Attendance attendance = new Attendance();
    private final FakePeer guest = new FakePeer("guest");

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

    /// Keeps what it is told. Confined to the test's thread.
    private static final class FakePeer implements Peer {
        private final List<String> told = new ArrayList<>();
        private final Client client;

        FakePeer(String session) {
            client = new Client(session);
        }

        @Override
        public Client client() {
            return client;
        }

        @Override
        public long sinceMicros() {
            return BEGIN;
        }

        @Override
        public void reply(List<Message> messages) {
            messages.forEach(message -> told.add(message.toString()));
        }

        @Override
        public boolean offer(byte[] frame) {
            return true;
        }

        @Override
        public void next() {
            told.add("next");
        }

        @Override
        public boolean awaitRoom() {
            return true;
        }

        @Override
        public void hangUp(String reason) {
            told.add(reason);
        }

        @Override
        public void ping() {
            told.add("ping");
        }
    }
}
