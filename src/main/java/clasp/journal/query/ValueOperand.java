package clasp.journal.query;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads what `value` is compared with. Thread-safe.
final class ValueOperand {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private ValueOperand() {}

    static ValueTest read(String sign, QueryScanner scanner) {
        int place = scanner.index();
        boolean quoted = scanner.at('"');
        String written = scanner.operand(false);
        if (sign.equals("~")) {
            return new ValueTest.Contains(new TextSearch(written));
        }
        Comparison comparison = Comparison.ofSign(sign);
        boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
        String literal = quoted ? StoredText.quote(written) : written.toLowerCase(Locale.ROOT);
        boolean isLiteral = quoted || literal.equals("true") || literal.equals("false") || literal.equals("null");
        if (isLiteral && equality) {
            return new ValueTest.Same(comparison == Comparison.EQUAL, literal);
        }
        if (isLiteral) {
            throw new QuerySyntaxException(
                    "Only numbers are less or greater; for text there are value=\"…\", value!=\"…\" and value~\"…\".",
                    place);
        }
        return new ValueTest.Number(comparison, number(place, written));
    }

    private static BigDecimal number(int place, String written) {
        if (written.length() > ExactNumber.MAX_CHARS) {
            throw new QuerySyntaxException("This number has more than " + ExactNumber.MAX_CHARS + " digits.", place);
        }
        if (!NUMBER.matcher(written).matches()) {
            throw new QuerySyntaxException(
                    "'" + written + "' is no number, true, false or null; text goes in quotes: value=\"…\".", place);
        }
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException farExponent) {
            throw new QuerySyntaxException("The exponent of this number is out of range.", place);
        }
    }
}
