package clasp.journal.recovery;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Exact arithmetic on numbers as JSON writes them: 64-bit integers never pass through a double.
public final class JsonNumber {
    private static final Pattern SYNTAX = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    /// No number that CLASP writes is longer (`5e-324` written out has 326 characters). Beyond, texts are compared.
    private static final int MOST_CHARS = 400;
    /// Enough for every double; a difference across a wider span would fill the memory with zeros.
    private static final int MOST_EXPONENT = 1_000;

    private JsonNumber() {}

    /// The number that the text is; empty when it is none, or too long or too large to calculate with.
    public static Optional<BigDecimal> of(String text) {
        if (text.length() > MOST_CHARS || !SYNTAX.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MOST_EXPONENT ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            // The exponent is beyond what BigDecimal holds.
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> difference(String minuend, String subtrahend) {
        return of(minuend.strip()).flatMap(left -> of(subtrahend.strip()).map(left::subtract));
    }

    /// Whether the text is written as CLASP writes an Int: without fraction and exponent.
    static boolean isInteger(String text) {
        return text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    }

    static boolean isNegativeZero(String text, BigDecimal number) {
        return number.signum() == 0 && text.startsWith("-");
    }
}
