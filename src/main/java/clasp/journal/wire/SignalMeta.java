package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// What is told of a signal for people and their controls. Immutable.
///
/// @param defaultValue the JSON form calls it `default`
public record SignalMeta(
        @Nullable String unit,
        @Nullable Range range,
        @Nullable WireValue defaultValue,
        @Nullable String description) {
    /// From least to most.
    public record Range(double least, double most) {}
}
