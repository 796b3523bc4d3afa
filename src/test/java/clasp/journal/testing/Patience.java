package clasp.journal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;

/// Waits for what another thread will bring about, so long that only a fault lasts longer. Stateless.
public final class Patience {
    private static final int SECONDS = 60;
    private static final int MILLIS = 10;

    private Patience() {}

    public static void until(String what, Callable<Boolean> condition) throws Exception {
        for (int turn = 0; turn < SECONDS * 1_000 / MILLIS; turn++) {
            if (condition.call()) {
                return;
            }
            Thread.sleep(MILLIS);
        }
        assertThat(condition.call()).as(what).isTrue();
    }
}
