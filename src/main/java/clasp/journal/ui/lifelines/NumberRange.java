package clasp.journal.ui.lifelines;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;

/// The least and the greatest of some numbers. Immutable.
record NumberRange(BigDecimal least, BigDecimal most) {
    private static NumberRange at(BigDecimal number) {
        return new NumberRange(number, number);
    }

    /// Empty without numbers.
    static Optional<NumberRange> of(Collection<BigDecimal> numbers) {
        return numbers.stream().map(NumberRange::at).reduce(NumberRange::with);
    }

    /// The least range that has these in it; empty without ranges.
    static Optional<NumberRange> around(Collection<NumberRange> ranges) {
        return ranges.stream().reduce(NumberRange::with);
    }

    private NumberRange with(NumberRange other) {
        return new NumberRange(least.min(other.least), most.max(other.most));
    }

    /// How far up a number of the range is, from 0 to 1; in the middle where there is only one.
    double share(BigDecimal number) {
        BigDecimal span = most.subtract(least);
        return span.signum() == 0
                ? 0.5
                : number.subtract(least).divide(span, MathContext.DECIMAL64).doubleValue();
    }
}
