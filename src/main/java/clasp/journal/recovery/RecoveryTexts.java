package clasp.journal.recovery;

import clasp.journal.model.Param;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ResourceBundle;

/// Sentences for people from the program's bundle, which the window and the command line say alike, in the language of
/// the process: a command runs in English. Thread-safe.
final class RecoveryTexts {
    private static final int MOST_CHARS = 80;

    private RecoveryTexts() {}

    /// The text of the key, with `{0}`… replaced by the arguments, which are texts already. Where the text of the key
    /// asks for a number, as it does for one or many of something, the argument is its decimal digits.
    static String text(String key, String... arguments) {
        ResourceBundle bundle = bundle();
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
    static String language() {
        String named = bundle().getLocale().getLanguage();
        return named.isEmpty() ? "en" : named;
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle("clasp.journal.ui.texts");
    }

    /// The address, or a name for an empty one.
    static String address(String address) {
        return address.isEmpty() ? text("detail.emptyAddress") : address;
    }

    /// A param's value, not too much of it, and its revision.
    static String inWords(Param param) {
        String value = param.valueJson();
        String begun = value.length() <= MOST_CHARS ? value : value.substring(0, MOST_CHARS) + "…";
        return text("recovery.valueAtRevision", begun, Long.toUnsignedString(param.revision()));
    }
}
