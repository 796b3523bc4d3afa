package clasp.journal.model;

import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ResourceBundle;

/// Sentences for people from the program's bundle, for what the window and the command line say alike, in the language
/// of the process: a command runs in English. Thread-safe.
public final class CoreTexts {
    private CoreTexts() {}

    /// The text of the key, with `{0}`… replaced by the arguments, which are texts already. Where the text of the key
    /// asks for a number, as it does for one or many of something, the argument is its decimal digits.
    ///
    /// @throws java.util.MissingResourceException when there is no such key: a test finds those
    public static String text(String key, String... arguments) {
        ResourceBundle bundle = bundle();
        if (arguments.length == 0) {
            return bundle.getString(key);
        }
        var format = new MessageFormat(bundle.getString(key), bundle.getLocale());
        Format[] asked = format.getFormatsByArgumentIndex();
        Object[] given = new Object[arguments.length];
        for (int i = 0; i < given.length; i++) {
            boolean number = i < asked.length && asked[i] instanceof NumberFormat;
            given[i] = number ? (Object) Long.valueOf(arguments[i]) : arguments[i];
        }
        return format.format(given);
    }

    /// Of the texts, as HTML names it: `en`, `de`.
    public static String language() {
        String named = bundle().getLocale().getLanguage();
        return named.isEmpty() ? "en" : named;
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle("clasp.journal.ui.texts");
    }
}
