package clasp.journal.ui.fx;

import java.io.Serial;
import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;

/// Writes what it is given as it is, a number as its digits. Immutable.
final class PlainFormat extends Format {
    static final PlainFormat INSTANCE = new PlainFormat();

    @Serial
    private static final long serialVersionUID = 1;

    private PlainFormat() {}

    @Override
    public StringBuffer format(Object written, StringBuffer to, FieldPosition position) {
        return to.append(written);
    }

    @Override
    public @Nullable Object parseObject(String text, ParsePosition position) {
        throw new UnsupportedOperationException("Texts are written, not read.");
    }
}
