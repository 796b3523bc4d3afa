package clasp.journal.ui.fx;

import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts for people, from one bundle, in the language of [Locale#getDefault()] where there is one, else in
/// English. Thread-safe.
public final class Texts {
    /// What is asked for all the time, and cheap to make anew: another thread's is as good.
    private static volatile Language language = Language.of(Locale.getDefault());

    private Texts() {}

    /// The text of the key, with `{0}`… replaced by the arguments.
    /// Of a number, a plain `{0}` makes its digits, as a seq has them; `{0,number,integer}` a count, grouped.
    /// @throws java.util.MissingResourceException when there is no such key: a test finds those
    public static String text(String key, Object... arguments) {
        Language now = language();
        String pattern = now.bundle.getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        var format = new MessageFormat(pattern, now.bundle.getLocale());
        Format[] formats = format.getFormats();
        for (int i = 0; i < formats.length; i++) {
            if (formats[i] == null) {
                format.setFormat(i, PlainFormat.INSTANCE);
            }
        }
        return format.format(arguments);
    }

    /// The text of a key that need not be there; empty then.
    public static String optional(String key) {
        ResourceBundle bundle = language().bundle;
        return bundle.containsKey(key) ? bundle.getString(key) : "";
    }

    /// The locale of the texts, whatever that of the system: a number in an English sentence is an English one.
    public static Locale locale() {
        return language().shown;
    }

    static char groupingMark() {
        return language().grouping;
    }

    static char decimalMark() {
        return language().decimal;
    }

    private static Language language() {
        Language now = language;
        if (!now.asked.equals(Locale.getDefault())) {
            now = Language.of(Locale.getDefault());
            language = now;
        }
        return now;
    }

    private record Language(Locale asked, ResourceBundle bundle, Locale shown, char grouping, char decimal) {
        static Language of(Locale asked) {
            ResourceBundle bundle = ResourceBundle.getBundle("clasp.journal.ui.texts", asked);
            Locale shown = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
            var symbols = DecimalFormatSymbols.getInstance(shown);
            return new Language(asked, bundle, shown, symbols.getGroupingSeparator(), symbols.getDecimalSeparator());
        }
    }
}
