package clasp.journal.query;

import clasp.journal.model.CoreTexts;
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
            throw new QuerySyntaxException(CoreTexts.text("query.refused.lessText"), place);
        }
        return new ValueTest.Number(comparison, number(place, written));
    }

    private static BigDecimal number(int place, String written) {
        if (written.length() > ExactNumber.MAX_CHARS) {
            throw new QuerySyntaxException(
                    CoreTexts.text("query.refused.digits", Integer.toString(ExactNumber.MAX_CHARS)), place);
        }
        if (!NUMBER.matcher(written).matches()) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.value", written), place);
        }
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException farExponent) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.exponent"), place);
        }
    }
}
