package clasp.journal.query;

import java.math.BigDecimal;

/// A number to compare stored JSON numbers with: exactly, at the cost of reading the stored text once, whatever its
/// exponent, and without allocating. Immutable.
final class ExactNumber {
    /// The stored text is no JSON number.
    static final int NO_NUMBER = 2;

    /// Longer numbers are not written into filters.
    static final int MAX_CHARS = 1_000;

    private static final ExactNumber ZERO = new ExactNumber(BigDecimal.ZERO);

    /// A stored integer of at most so many characters fits a long, with its sign.
    private static final int LONG_CHARS = 18;

    private static final long FAR_EXPONENT = Long.MAX_VALUE / 4;

    private final int sign;

    /// The significant digits, without zeros on either side.
    private final String digits;

    /// The absolute value is `0.digits` times ten to this power.
    private final long power;

    private final boolean isLong;
    private final long asLong;

    ExactNumber(BigDecimal number) {
        sign = number.signum();
        String unscaled = number.unscaledValue().abs().toString();
        digits = sign == 0 ? "" : withoutTrailingZeros(unscaled);
        power = sign == 0 ? 0 : (long) unscaled.length() - number.scale();
        isLong = sign == 0 || (power <= LONG_CHARS && digits.length() <= power);
        asLong = isLong && sign != 0 ? sign * Long.parseLong(digits + "0".repeat((int) power - digits.length())) : 0;
    }

    private static String withoutTrailingZeros(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end);
    }

    /// Whether the text is a JSON number.
    static boolean isNumber(String json) {
        return ZERO.compareStored(json) != NO_NUMBER;
    }

    /// -1, 0 or 1 as the stored number is less than, equal to or greater than this; [#NO_NUMBER] when it is none.
    int compareStored(String json) {
        int start = StoredText.start(json);
        int end = StoredText.end(json, start);
        if (start == end) {
            return NO_NUMBER;
        }
        boolean negative = json.charAt(start) == '-';
        int first = negative ? start + 1 : start;
        int afterInteger = afterDigits(json, first, end);
        boolean leadingZero = afterInteger > first + 1 && json.charAt(first) == '0';
        if (afterInteger == first || leadingZero) {
            return NO_NUMBER;
        }
        if (afterInteger == end && isLong && end - start <= LONG_CHARS) {
            return Long.compare(Long.parseLong(json, start, end, 10), asLong);
        }
        return compareDecimal(json, first, afterInteger, end, negative);
    }

    private int compareDecimal(String json, int first, int afterInteger, int end, boolean negative) {
        int afterFraction = afterInteger;
        if (afterInteger < end && json.charAt(afterInteger) == '.') {
            afterFraction = afterDigits(json, afterInteger + 1, end);
            if (afterFraction == afterInteger + 1) {
                return NO_NUMBER;
            }
        }
        long exponent = 0;
        if (afterFraction < end) {
            exponent = exponent(json, afterFraction, end);
            if (exponent == Long.MIN_VALUE) {
                return NO_NUMBER;
            }
        }
        int significant = first;
        while (significant < afterFraction && (json.charAt(significant) == '0' || json.charAt(significant) == '.')) {
            significant++;
        }
        if (significant == afterFraction) {
            return Integer.compare(0, sign);
        }
        int storedSign = negative ? -1 : 1;
        if (storedSign != sign) {
            return Integer.compare(storedSign, sign);
        }
        int leading = significant < afterInteger ? afterInteger - significant : afterInteger + 1 - significant;
        int compared = Long.compare(leading + exponent, power);
        if (compared == 0) {
            compared = compareDigits(json, significant, afterFraction);
        }
        return negative ? -compared : compared;
    }

    private int compareDigits(String json, int from, int to) {
        int digit = 0;
        for (int index = from; index < to; index++) {
            char stored = json.charAt(index);
            if (stored == '.') {
                continue;
            }
            char own = digit < digits.length() ? digits.charAt(digit) : '0';
            if (stored != own) {
                return stored < own ? -1 : 1;
            }
            digit++;
        }
        return digit < digits.length() ? -1 : 0;
    }

    private static int afterDigits(String json, int from, int end) {
        int index = from;
        while (index < end && json.charAt(index) >= '0' && json.charAt(index) <= '9') {
            index++;
        }
        return index;
    }

    /// The exponent written from `from` to `end`, cut to a far one; [Long#MIN_VALUE] when it is malformed.
    private static long exponent(String json, int from, int end) {
        char mark = json.charAt(from);
        if (mark != 'e' && mark != 'E') {
            return Long.MIN_VALUE;
        }
        int index = from + 1;
        boolean negative = index < end && json.charAt(index) == '-';
        if (index < end && (json.charAt(index) == '-' || json.charAt(index) == '+')) {
            index++;
        }
        if (index == end || afterDigits(json, index, end) != end) {
            return Long.MIN_VALUE;
        }
        long exponent = 0;
        for (; index < end && exponent < FAR_EXPONENT / 10; index++) {
            exponent = exponent * 10 + (json.charAt(index) - '0');
        }
        return negative ? -exponent : exponent;
    }
}
