package clasp.journal.ui.palette;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How well a name answers what was typed: by beginnings of its words, or by letters that occur in it in their order.
/// Thread-safe.
final class CommandMatch {
    private static final int AT_START = 12;
    private static final int AT_WORD = 8;
    private static final int IN_A_ROW = 5;
    private static final int MOST_SKIPPED = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private CommandMatch() {}

    /// Whether every word that was typed begins a word of the text; so it is when nothing was.
    static boolean hasWords(String typed, String text) {
        List<String> words = words(text);
        return words(typed).stream().allMatch(begun -> words.stream().anyMatch(word -> word.startsWith(begun)));
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Higher is better: letters in a row and at the beginnings of words count. Empty when the name is no answer;
    /// blanks in what was typed only separate words.
    static OptionalInt score(String typed, String name) {
        String text = name.toLowerCase(Locale.ROOT);
        int score = 0;
        int from = 0;
        int before = -2;
        for (char letter : typed.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isWhitespace(letter)) {
                continue;
            }
            int at = next(text, letter, from, before);
            if (at < 0) {
                return OptionalInt.empty();
            }
            score += worth(text, at, before);
            before = at;
            from = at + 1;
        }
        return OptionalInt.of(score);
    }

    /// Right after the letter before, or else at the beginning of a word, or else anywhere.
    private static int next(String text, char letter, int from, int before) {
        if (before >= 0 && from < text.length() && text.charAt(from) == letter) {
            return from;
        }
        for (int at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
            if (beginsWord(text, at)) {
                return at;
            }
        }
        return text.indexOf(letter, from);
    }

    private static int worth(String text, int at, int before) {
        if (at == 0) {
            return AT_START;
        }
        if (at == before + 1) {
            return IN_A_ROW;
        }
        int skipped = Math.min(MOST_SKIPPED, before < 0 ? at : at - before - 1);
        return (beginsWord(text, at) ? AT_WORD : 1) - skipped;
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
