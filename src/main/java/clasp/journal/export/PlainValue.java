package clasp.journal.export;

import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;

/// A value as people read it. Stateless.
final class PlainValue {
    private PlainValue() {}

    /// The content of a string; every other stored text as it is.
    static String of(String valueJson) {
        if (valueJson.indexOf('"') < 0) {
            return valueJson;
        }
        int last = valueJson.length() - 1;
        boolean simple = last > 0
                && valueJson.charAt(0) == '"'
                && valueJson.indexOf('"', 1) == last
                && valueJson.indexOf('\\') < 0
                && noControls(valueJson);
        if (simple) {
            return valueJson.substring(1, last);
        }
        int begin = 0;
        while (begin < last && " \t\r\n".indexOf(valueJson.charAt(begin)) >= 0) {
            begin++;
        }
        return valueJson.charAt(begin) == '"' ? parsed(valueJson) : valueJson;
    }

    private static String parsed(String valueJson) {
        try {
            return Value.parse(valueJson) instanceof Value.Text text ? text.value() : valueJson;
        } catch (ValueSyntaxException notJson) {
            return valueJson;
        }
    }

    private static boolean noControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return false;
            }
        }
        return true;
    }
}
