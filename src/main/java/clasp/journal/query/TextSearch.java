package clasp.journal.query;

/// A text to be found inside others, whatever the case of its letters. Immutable; equal when the text is equal.
///
/// Two characters (code points, not surrogates) are the same when the lower-case forms of their upper-case forms are,
/// each taken alone: `ς` finds `Σ` and `σ`, `ß` does not find `ss`. No language's rules apply. Searching takes time
/// linear in the length of the candidate, whatever is sought, and allocates nothing.
public final class TextSearch {
    private static final char[] ASCII_FOLD = asciiFold();

    private final String text;
    private final int[] sought;

    /// For each length of a partial match, the length of the longest shorter one that ends it.
    private final int[] fallback;

    public TextSearch(String text) {
        this.text = text;
        this.sought = text.codePoints().map(TextSearch::fold).toArray();
        this.fallback = fallback(sought);
    }

    public String text() {
        return text;
    }

    /// Whether the text occurs in the candidate; the empty text occurs in every one.
    public boolean in(String candidate) {
        if (sought.length == 0) {
            return true;
        }
        int found = 0;
        int index = 0;
        while (index < candidate.length()) {
            int character = candidate.charAt(index++);
            if (character < ASCII_FOLD.length) {
                character = ASCII_FOLD[character];
            } else {
                if (isPair(candidate, index - 1)) {
                    character = Character.toCodePoint((char) character, candidate.charAt(index++));
                }
                character = fold(character);
            }
            while (found > 0 && sought[found] != character) {
                found = fallback[found - 1];
            }
            if (sought[found] == character && ++found == sought.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }

    private static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    private static char[] asciiFold() {
        char[] folded = new char[128];
        for (char c = 0; c < folded.length; c++) {
            folded[c] = (char) fold(c);
        }
        return folded;
    }

    private static int[] fallback(int[] sought) {
        int[] lengths = new int[sought.length];
        int length = 0;
        for (int index = 1; index < sought.length; index++) {
            while (length > 0 && sought[length] != sought[index]) {
                length = lengths[length - 1];
            }
            if (sought[length] == sought[index]) {
                length++;
            }
            lengths[index] = length;
        }
        return lengths;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSearch that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
