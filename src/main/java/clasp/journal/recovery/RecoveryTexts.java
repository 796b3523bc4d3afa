package clasp.journal.recovery;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// Sentences for people from the program's bundle, which the window and the command line say alike. Thread-safe.
final class RecoveryTexts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("clasp.journal.ui.texts");

    private RecoveryTexts() {}

    /// The text of the key, with `{0}`… replaced by the arguments, which are texts already.
    static String text(String key, String... arguments) {
        return new MessageFormat(BUNDLE.getString(key), BUNDLE.getLocale()).format(arguments);
    }
}
