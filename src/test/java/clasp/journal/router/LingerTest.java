package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LingerTest {
    private final Linger linger = new Linger();
    private long now = 1_000_000_000L;

    private static List<Peer> peers(int count) {
        return IntStream.range(0, count).mapToObj(LingerTest::peer).toList();
    }

    private static Peer peer(int number) {
        return (Peer) Proxy.newProxyInstance(
                Peer.class.getClassLoader(),
                new Class<?>[] {Peer.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> number;
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /// A window's worth of messages, one after the other from each.
    private void window(int messages, List<Peer> senders) {
        assertThat(linger.nanos(now)).isIn(0L, Linger.LINGER_NANOS);
        for (int i = 0; i < messages; i++) {
            linger.received(senders.get(i % senders.size()));
        }
        now += Linger.WINDOW_NANOS;
    }

    @Test
    void whileManyWriteMuchMoreIsLetArrive() {
        window(Linger.MANY_MESSAGES, peers(Linger.MANY_SENDERS));
        assertThat(linger.nanos(now)).isEqualTo(Linger.LINGER_NANOS);
        window(1, peers(1));
        assertThat(linger.nanos(now)).isZero();
    }

    @Test
    void aFewWhoWriteMuchAreNotMadeToWait() {
        window(1_000, peers(Linger.MANY_SENDERS - 1));
        assertThat(linger.nanos(now)).isZero();
    }

    @Test
    void manyWhoWriteLittleAreNotMadeToWait() {
        window(Linger.MANY_MESSAGES - 1, peers(Linger.MANY_MESSAGES));
        assertThat(linger.nanos(now)).isZero();
    }

    @Test
    void aBurstOfLongAgoDoesNotCount() {
        window(Linger.MANY_MESSAGES, peers(Linger.MANY_SENDERS));
        now += 10 * Linger.WINDOW_NANOS;
        assertThat(linger.nanos(now)).isZero();
    }
}
