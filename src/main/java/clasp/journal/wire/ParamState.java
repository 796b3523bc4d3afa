package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// One param of a SNAPSHOT. Immutable.
///
/// @param revision unsigned 64 bit
/// @param timestampMicros µs since the Unix epoch, unsigned 64 bit
public record ParamState(
        String address,
        WireValue value,
        long revision,
        @Nullable String writer,
        @Nullable Long timestampMicros) {}
