package clasp.journal.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/// Prints when the first rows have been drawn, for those who measure how long the program takes to start or to show
/// what it was handed, and ends the program then, for the run that its package learns its classes from. Confined to the
/// FX thread.
final class StartTrace extends AnimationTimer {
    private static final String WANTED = System.getenv().getOrDefault("CLASP_JOURNAL_BROWSER_TRACE", "");

    private static final int FRAMES_BEFORE_THE_END = 120;

    private final BooleanSupplier rowsThere;
    private final IntConsumer frame;
    private int framesWithRows;

    private StartTrace(BooleanSupplier rowsThere, IntConsumer frame) {
        this.rowsThere = rowsThere;
        this.frame = frame;
    }

    /// Only where the environment asks for it: `start` to print the time, `once` to end as well.
    ///
    /// @param end ends the program as a user would
    static void begin(BooleanSupplier rowsThere, Runnable end) {
        if (WANTED.equals("start") || WANTED.equals("once")) {
            new StartTrace(rowsThere, frames -> {
                        if (frames == 2) {
                            System.out.println("rows shown at " + micros() + " µs");
                        } else if (frames == FRAMES_BEFORE_THE_END && WANTED.equals("once")) {
                            end.run();
                        }
                    })
                    .start();
        }
    }

    /// Only where the environment asks for it: prints how long it takes until the rows are shown.
    ///
    /// @param taken when the file was known, in nanoseconds as of [System#nanoTime()]
    static void handed(BooleanSupplier rowsThere, long taken) {
        if (WANTED.equals("start")) {
            new StartTrace(rowsThere, frames -> {
                        if (frames == 2) {
                            System.out.println(
                                    "handed rows shown after " + (System.nanoTime() - taken) / 1_000 + " µs");
                        }
                    })
                    .start();
        }
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /// The second frame with rows begins when the first one is done.
    @Override
    public void handle(long now) {
        if (rowsThere.getAsBoolean()) {
            framesWithRows++;
            if (framesWithRows == FRAMES_BEFORE_THE_END) {
                stop();
            }
            frame.accept(framesWithRows);
        }
    }
}
