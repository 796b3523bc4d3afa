package clasp.journal.ui.fx;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes and reads whole numbers for people: counts with the marks of the language, seqs and revisions without.
/// Thread-safe.
public final class NumberText {
    /// Marks of any language that are nothing else in another.
    private static final String MARKS = " \u00a0\u202f\u2009'’";

    private static final Pattern TYPED = Pattern.compile("[0-9]+|[0-9]{1,3}([^0-9])[0-9]{3}(?:\\1[0-9]{3})*");

    private NumberText() {}

    /// A count: with the language's mark between groups of three digits, `12,044` in English, `12.044` in German.
    public static String grouped(long number) {
        String digits = Long.toString(number);
        return group(digits, digits.charAt(0) == '-' ? 1 : 0, Texts.groupingMark());
    }

    /// A seq: digits only in every language, `12044`, as it is typed, copied, exported and said by the command line.
    public static String seq(long seq) {
        return Long.toString(seq);
    }

    /// A number of 64 bits without a sign that is no count, such as a revision; written as a seq is.
    public static String unsigned(long number) {
        return Long.toUnsignedString(number);
    }

    /// A whole number as a person types it: digits only, or all of them in groups of three with the language's mark, a
    /// space or an apostrophe between them. Empty when it is neither, or too large: `1 90` is no number.
    public static OptionalLong parse(String typed) {
        Matcher number = TYPED.matcher(typed.strip());
        if (!number.matches() || !isMark(number.group(1))) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(typed.strip().replaceAll("[^0-9]", "")));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// The same for a count of at least one.
    ///
    /// @param most empty where it is more
    public static OptionalInt count(String typed, int most) {
        OptionalLong number = parse(typed);
        return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= most
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    /// @param mark null when there is none
    private static boolean isMark(@Nullable String mark) {
        return mark == null || MARKS.contains(mark) || mark.charAt(0) == Texts.groupingMark();
    }

    private static String group(String digits, int first, char mark) {
        if (digits.length() - first <= 3) {
            return digits;
        }
        var text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > first; at -= 3) {
            text.insert(at, mark);
        }
        return text.toString();
    }
}
