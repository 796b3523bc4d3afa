package clasp.journal.ui.fx;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The texts for people, from one bundle. Thread-safe.
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("clasp.journal.ui.texts");

    private Texts() {}

    /// The text of the key, with `{0}`… replaced by the arguments.
    /// @throws java.util.MissingResourceException when there is no such key: a test finds those
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, BUNDLE.getLocale()).format(arguments);
    }
}
