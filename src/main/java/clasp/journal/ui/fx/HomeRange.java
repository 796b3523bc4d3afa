package clasp.journal.ui.fx;

import clasp.journal.model.TimeRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the part of a journal's time that is worth looking at. A clock that was not set leaves entries at 1970 or at
/// the end of time; on a drawing from the one to the other everything else would be thinner than a pixel. Thread-safe.
public final class HomeRange {
    /// A side is only left out when the rest shrinks to less than this part: what would not fill a pixel.
    private static final double GAIN = 1_000;
    /// Never more than this part of the entries is left out.
    private static final double MOST_LEFT_OUT = 0.05;
    private static final double MARGIN = 0.02;
    private static final long LEAST_MARGIN_MICROS = 10;

    private HomeRange() {}

    /// The range that shows all, or all but a few far-off entries, with a narrow margin where something was left out.
    /// @param full from the least to the greatest timestamp
    /// @param sample some of the timestamps, in any order
    public static TimeRange of(TimeRange full, long[] sample) {
        long[] times = sorted(full, sample);
        int first = 0;
        int last = times.length - 1;
        int budget = (int) Math.max(times.length * MOST_LEFT_OUT, times.length >= 10 ? 3 : 0);
        while (true) {
            Trim trim = leastGainful(times, first, last, budget);
            if (trim == null) {
                return range(full, times, first, last);
            }
            first += trim.left;
            last -= trim.right;
            budget -= trim.left + trim.right;
        }
    }

    private record Trim(int left, int right) {}

    private static @Nullable Trim leastGainful(long[] times, int first, int last, int budget) {
        double bound = width(times, first, last) / GAIN;
        for (int count = 1; count <= budget; count++) {
            for (int left = 0; left <= count; left++) {
                if (width(times, first + left, last - (count - left)) < bound) {
                    return new Trim(left, count - left);
                }
            }
        }
        return null;
    }

    private static double width(long[] times, int first, int last) {
        return Unsigned.toDouble(times[last] - times[first]) + 1;
    }

    private static TimeRange range(TimeRange full, long[] times, int first, int last) {
        double share = width(times, first, last) * MARGIN;
        long margin = Math.max(Unsigned.fromDouble(share), LEAST_MARGIN_MICROS);
        long from = first == 0 ? full.fromMicros() : Unsigned.minus(times[first], margin);
        long to = last == times.length - 1 ? full.toMicros() : Unsigned.plus(times[last], margin);
        return new TimeRange(Unsigned.max(from, full.fromMicros()), Unsigned.min(to, full.toMicros()));
    }

    private static long[] sorted(TimeRange full, long[] sample) {
        long[] times = Arrays.copyOf(sample, sample.length + 2);
        int count = sample.length;
        for (long end : new long[] {full.fromMicros(), full.toMicros()}) {
            if (Arrays.stream(sample).noneMatch(time -> time == end)) {
                times[count++] = end;
            }
        }
        times = Arrays.copyOf(times, count);
        // Flipping the top bit makes the signed order of the sort the unsigned one.
        flip(times);
        Arrays.sort(times);
        flip(times);
        return times;
    }

    private static void flip(long[] times) {
        for (int i = 0; i < times.length; i++) {
            times[i] ^= Long.MIN_VALUE;
        }
    }
}
