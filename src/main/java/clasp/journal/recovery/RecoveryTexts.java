package clasp.journal.recovery;

import clasp.journal.model.Param;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ResourceBundle;

/// Sentences for people from the program's bundle, which the window and the command line say alike, in the language of
/// the process: a command runs in English. Thread-safe.
final class RecoveryTexts {
    private static final int MOST_CHARS = 80;

    private RecoveryTexts() {}

    /// The text of the key, with `{0}`… replaced by the arguments, which are texts already.
    static String text(String key, String... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle("clasp.journal.ui.texts");
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }

    /// How many, as the language writes it; a seq or a revision is never written so.
    static String count(long number) {
        return NumberFormat.getIntegerInstance(
                        ResourceBundle.getBundle("clasp.journal.ui.texts").getLocale())
                .format(number);
    }

    /// A param's value, not too much of it, and its revision.
    static String inWords(Param param) {
        String value = param.valueJson();
        String begun = value.length() <= MOST_CHARS ? value : value.substring(0, MOST_CHARS) + "…";
        return text("recovery.valueAtRevision", begun, Long.toUnsignedString(param.revision()));
    }
}
