package clasp.journal.testing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long fuzz tests go on, and where they begin: a build tries a fixed number of rounds, and stops after ten seconds
/// at the latest; `-Dclasp.fuzz.seconds=60` goes on as long as that in each of them, `-Dclasp.fuzz.seed=7` goes other
/// ways. Stateless.
public final class Fuzz {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final @Nullable Long SECONDS = Long.getLong("clasp.fuzz.seconds");
    private static final Duration LONGEST = Duration.ofSeconds(SECONDS == null ? 10 : SECONDS);
    private static final long SEED = Long.getLong("clasp.fuzz.seed", 1);

    private Fuzz() {}

    /// One input that is made up and tried.
    @FunctionalInterface
    public interface Round {
        void run() throws Exception;
    }

    public static long seed() {
        return SEED;
    }

    /// Tries one input after the other, the first in any case. A failure tells which round of which seed it was.
    ///
    /// @param usual how many rounds a build tries
    /// @return how many there were
    public static long rounds(long usual, Round round) {
        long most = SECONDS == null ? usual : Long.MAX_VALUE;
        long end = System.nanoTime() + LONGEST.toNanos();
        long done = 0;
        do {
            try {
                round.run();
            } catch (Exception | Error e) {
                throw new AssertionError("round " + done + " of the seed " + SEED + ": " + e.getMessage(), e);
            }
            done++;
        } while (done < most && System.nanoTime() < end);
        System.out.println(WALKER.getCallerClass().getSimpleName() + ": " + done + " rounds of the seed " + SEED);
        return done;
    }
}
