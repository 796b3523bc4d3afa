package clasp.journal.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/// Prints when the first rows have been drawn, for those who measure how long the program takes to start. Confined to
/// the FX thread.
final class StartTrace extends AnimationTimer {
    private static final String VARIABLE = "CLASP_JOURNAL_BROWSER_TRACE";

    private final BooleanSupplier rowsThere;
    private int framesWithRows;

    private StartTrace(BooleanSupplier rowsThere) {
        this.rowsThere = rowsThere;
    }

    /// Only where the environment asks for it.
    static void begin(BooleanSupplier rowsThere) {
        if ("start".equals(System.getenv(VARIABLE))) {
            new StartTrace(rowsThere).start();
        }
    }

    /// The second frame with rows begins when the first one is done.
    @Override
    public void handle(long now) {
        if (rowsThere.getAsBoolean() && ++framesWithRows == 2) {
            stop();
            System.out.println("rows shown at " + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + " µs");
        }
    }
}
