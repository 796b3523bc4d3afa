package clasp.journal.ui.lifelines;

import java.math.BigDecimal;
import java.util.Locale;

/// A range of numbers in the room of a label.
final class RangeText {
    private static final int MOST_DIGITS = 12;

    private RangeText() {}

    /// `0 … 127`; a number alone where there is only one.
    static String of(NumberRange range) {
        String least = of(range.least());
        String most = of(range.most());
        return least.equals(most) ? least : least + " … " + most;
    }

    /// In plain digits as long as they are short: `250`, not `2.5E+2`.
    static String of(BigDecimal number) {
        boolean brief = number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
        String plain = brief ? number.stripTrailingZeros().toPlainString() : number.toString();
        return plain.length() > MOST_DIGITS ? String.format(Locale.ROOT, "%.5g", number) : plain;
    }
}
