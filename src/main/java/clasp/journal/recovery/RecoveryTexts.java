package clasp.journal.recovery;

import clasp.journal.model.Param;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/// Sentences for people from the program's bundle, which the window and the command line say alike. Thread-safe.
final class RecoveryTexts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("clasp.journal.ui.texts");

    private static final int MOST_CHARS = 80;

    private RecoveryTexts() {}

    /// The text of the key, with `{0}`… replaced by the arguments, which are texts already.
    static String text(String key, String... arguments) {
        return new MessageFormat(BUNDLE.getString(key), BUNDLE.getLocale()).format(arguments);
    }

    /// A param's value, not too much of it, and its revision.
    static String inWords(Param param) {
        String value = param.valueJson();
        String begun = value.length() <= MOST_CHARS ? value : value.substring(0, MOST_CHARS) + "…";
        return text("recovery.valueAtRevision", begun, Long.toUnsignedString(param.revision()));
    }
}
