package clasp.journal.wire;

import java.math.BigDecimal;
import java.math.MathContext;

/// Floats as CLASP writes them: the fewest digits that mean exactly this double, always with a point or an exponent,
/// the exponent below 0.00001 and from 10¹⁶. Stateless.
final class NumberText {
    private static final int LEAST_PLAIN_POINT = -4;
    private static final int MOST_PLAIN_POINT = 16;

    private static final MathContext ONE_DIGIT = new MathContext(1);

    private NumberText() {}

    /// @param value finite
    static String of(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        // The value is 0.DIGITS × 10^point.
        int point = digits.length() - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (point > MOST_PLAIN_POINT || point <= LEAST_PLAIN_POINT - 1) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return sign + digits.charAt(0) + fraction + "e" + (point - 1);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return sign + digits + "0".repeat(point - digits.length()) + ".0";
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /// Without zeros at the end.
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            // Java gives at least two digits, even to the few numbers for which one is enough: 4.9E-324 is 5e-324.
            BigDecimal rounded = decimal.round(ONE_DIGIT);
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return decimal;
    }
}
