package clasp.journal.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/// Prints when the first rows have been drawn, for those who measure how long the program takes to start, and ends the
/// program then, for the run that its package learns its classes from. Confined to the FX thread.
final class StartTrace extends AnimationTimer {
    private static final String VARIABLE = "CLASP_JOURNAL_BROWSER_TRACE";

    private static final int FRAMES_BEFORE_THE_END = 120;

    private final BooleanSupplier rowsThere;
    private final @Nullable Runnable end;
    private int framesWithRows;

    private StartTrace(BooleanSupplier rowsThere, @Nullable Runnable end) {
        this.rowsThere = rowsThere;
        this.end = end;
    }

    /// Only where the environment asks for it: `start` to print the time, `once` to end as well.
    ///
    /// @param end ends the program as a user would
    static void begin(BooleanSupplier rowsThere, Runnable end) {
        switch (System.getenv().getOrDefault(VARIABLE, "")) {
            case "start" -> new StartTrace(rowsThere, null).start();
            case "once" -> new StartTrace(rowsThere, end).start();
            default -> {}
        }
    }

    /// The second frame with rows begins when the first one is done.
    @Override
    public void handle(long now) {
        if (!rowsThere.getAsBoolean()) {
            return;
        }
        framesWithRows++;
        if (framesWithRows == (end == null ? 2 : FRAMES_BEFORE_THE_END)) {
            stop();
            if (end != null) {
                end.run();
            }
        }
        if (framesWithRows == 2) {
            System.out.println("rows shown at " + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + " µs");
        }
    }
}
