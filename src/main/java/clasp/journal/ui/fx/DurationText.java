package clasp.journal.ui.fx;

import java.time.Duration;

/// Writes lengths of time for people: a number that is easy to compare, in the unit that suits its size. Thread-safe.
public final class DurationText {
    private DurationText() {}

    /// The step from one timestamp to the next (unsigned µs), with its sign: `+412 µs`, `+1.204 ms`, `−3.200 s`,
    /// `+2 min 03 s`. Digits beyond the last shown are dropped, not rounded.
    public static String step(long fromMicros, long toMicros) {
        return Long.compareUnsigned(toMicros, fromMicros) < 0
                ? "\u2212" + text(fromMicros - toMicros)
                : "+" + text(toMicros - fromMicros);
    }

    /// The same with every digit: `+412 µs`, `+2.500001 s`, `−2 min 03.000001 s`, `+12 d 01 h 00 min 49.551609 s`.
    public static String exactStep(long fromMicros, long toMicros) {
        return Long.compareUnsigned(toMicros, fromMicros) < 0
                ? "\u2212" + exact(fromMicros - toMicros)
                : "+" + exact(toMicros - fromMicros);
    }

    private static String exact(long micros) {
        long seconds = Long.divideUnsigned(micros, 1_000_000);
        if (seconds == 0) {
            return text(micros);
        }
        String rest = Long.toString(1_000_000 + Long.remainderUnsigned(micros, 1_000_000))
                .substring(1);
        String text = Long.toString(seconds % 60) + Texts.decimalMark() + rest + " s";
        if (seconds >= 60) {
            text = seconds / 60 % 60 + " min " + padded(seconds % 60, text);
        }
        if (seconds >= 3_600) {
            text = seconds / 3_600 % 24 + " h " + padded(seconds / 60 % 60, text);
        }
        return seconds >= 86_400 ? seconds / 86_400 + " d " + padded(seconds / 3_600 % 24, text) : text;
    }

    /// @param first the number that the text begins with
    private static String padded(long first, String text) {
        return first < 10 ? "0" + text : text;
    }

    /// With the decimal mark of the language: `412 µs`, `1.204 ms`, `3.200 s`, `2 min 03 s`, `5 h 07 min`, `12 d 01 h`.
    /// @param micros unsigned
    public static String text(long micros) {
        long seconds = Long.divideUnsigned(micros, 1_000_000);
        if (seconds >= 86_400) {
            return two(seconds / 86_400, "d", seconds / 3_600 % 24, "h");
        }
        if (seconds >= 3_600) {
            return two(seconds / 3_600, "h", seconds / 60 % 60, "min");
        }
        if (seconds >= 60) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        if (seconds > 0) {
            return decimal(micros / 1_000, "s");
        }
        return micros >= 1_000 ? decimal(micros, "ms") : micros + " µs";
    }

    /// The same in whole seconds, for what counts on as one looks: `4 s`, `2 min 03 s`.
    public static String whole(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 60 ? seconds + " s" : text(seconds * 1_000_000);
    }

    private static String decimal(long thousandths, String unit) {
        String rest = Long.toString(1_000 + thousandths % 1_000).substring(1);
        return Long.toString(thousandths / 1_000) + Texts.decimalMark() + rest + " " + unit;
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small < 10 ? " 0" : " ") + small + " " + smallUnit;
    }
}
