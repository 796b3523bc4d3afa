package clasp.journal.wire;

import java.util.List;

/// What a PUBLISH carries. Immutable.
public sealed interface PublishBody {
    /// Nothing, as at the end of a gesture.
    record None() implements PublishBody {}

    record Single(WireValue value) implements PublishBody {}

    /// Readings of a stream, of equal distance in time.
    record Samples(List<Double> values) implements PublishBody {
        public Samples {
            values = List.copyOf(values);
        }
    }
}
