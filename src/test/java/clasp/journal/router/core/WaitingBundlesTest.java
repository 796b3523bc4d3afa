package clasp.journal.router.core;

import static clasp.journal.router.core.Messages.bundle;
import static clasp.journal.router.core.Messages.bundleAt;
import static clasp.journal.router.core.Messages.set;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingBundlesTest {
    private static final long NOW = 1_700_000_000_000_000L;

    private final WaitingBundles waiting = new WaitingBundles(3);

    @Test
    void onlyABundleWithATimeToComeWaits() {
        assertThat(WaitingBundles.concerns(bundleAt(NOW + 1), NOW)).isTrue();
        assertThat(WaitingBundles.concerns(bundleAt(NOW), NOW)).isFalse();
        assertThat(WaitingBundles.concerns(bundle(), NOW)).isFalse();
        assertThat(WaitingBundles.concerns(set("/a", 1), NOW)).isFalse();
    }

    @Test
    void bundlesComeOutInTheOrderOfTheirTimesThenOfTheirArrival() {
        var late = bundleAt(NOW + 20, set("/late", 1));
        var first = bundleAt(NOW + 10, set("/first", 1));
        var second = bundleAt(NOW + 10, set("/second", 1));
        waiting.add("s1", late, NOW);
        waiting.add("s2", first, NOW);
        waiting.add("s1", second, NOW);

        assertThat(waiting.nextDue()).hasValue(NOW + 10);
        assertThat(waiting.due(NOW + 9)).isEmpty();
        assertThat(waiting.due(NOW + 10))
                .extracting(WaitingBundles.Waiting::bundle)
                .containsExactly(first, second);
        assertThat(waiting.due(NOW + 100))
                .extracting(WaitingBundles.Waiting::bundle)
                .containsExactly(late);
        assertThat(waiting.nextDue()).isEmpty();
    }

    @Test
    void tooManyOrTooFarAheadAreRefused() {
        for (int count = 0; count < 3; count++) {
            assertThat(waiting.add("s1", bundleAt(NOW + 1), NOW)).isEmpty();
        }

        assertThat(waiting.add("s1", bundleAt(NOW + 1), NOW).orElseThrow().code())
                .isEqualTo(429);
        assertThat(waiting.add("s1", bundleAt(-1), NOW).orElseThrow().sentence())
                .isEqualTo("The bundle's time is more than a day away. Times are in microseconds.");
        assertThat(waiting.size()).isEqualTo(3);
    }

    @Test
    void aDayAheadIsTheMost() {
        long day = 86_400_000_000L;

        assertThat(waiting.add("s1", bundleAt(NOW + day), NOW)).isEmpty();
        assertThat(waiting.add("s1", bundleAt(NOW + day + 1), NOW).orElseThrow().code())
                .isEqualTo(400);
    }
}
