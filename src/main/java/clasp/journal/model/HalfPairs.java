package clasp.journal.model;

/// Halves of surrogate pairs, which only an escape in JSON can bring into a text: no text in UTF-8 can hold them, so
/// they can only be written as escapes again. Stateless.
public final class HalfPairs {
    private HalfPairs() {}

    /// The same JSON, with every such half as an escape.
    public static String escaped(String json) {
        if (json.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return json;
        }
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            if (isAt(i, json)) {
                text.append("\\u").append(Integer.toHexString(json.charAt(i)));
            } else {
                text.append(json.charAt(i));
            }
        }
        return text.toString();
    }

    static boolean isAt(int index, String text) {
        char c = text.charAt(index);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}
