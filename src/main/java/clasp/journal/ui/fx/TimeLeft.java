package clasp.journal.ui.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Guesses how long work will take still from how long it has taken. Confined to the FX thread.
public final class TimeLeft {
    /// Before that, a guess would jump about.
    private static final double LEAST_SECONDS = 1;

    private static final double LEAST_DONE = 0.01;

    private final LongSupplier nanos;
    private long begun;
    private double first = -1;

    /// @param nanos a clock, such as `System::nanoTime`
    public TimeLeft(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// The same in words, such as `about 5 s left`; empty when nothing can be said.
    public String words(double fraction) {
        return at(fraction)
                .map(time -> Texts.text("fx.timeLeft", DurationText.whole(time)))
                .orElse("");
    }

    /// @param fraction of the work that is done; less than before, or negative, where it begins anew
    /// @return whole seconds; empty when nothing can be said yet, or nothing is left
    public Optional<Duration> at(double fraction) {
        if (fraction < 0) {
            first = -1;
            return Optional.empty();
        }
        if (first < 0 || fraction < first) {
            first = fraction;
            begun = nanos.getAsLong();
            return Optional.empty();
        }
        double seconds = (nanos.getAsLong() - begun) / 1e9;
        double done = fraction - first;
        if (seconds < LEAST_SECONDS || done < LEAST_DONE || fraction >= 1) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.max(1, Math.round(seconds * (1 - fraction) / done))));
    }
}
