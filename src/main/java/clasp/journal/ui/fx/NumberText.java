package clasp.journal.ui.fx;

/// Writes whole numbers for people. Thread-safe.
public final class NumberText {
    private NumberText() {}

    /// With a comma between groups of three digits: `12,044`.
    public static String grouped(long number) {
        String digits = Long.toString(number);
        return group(digits, digits.charAt(0) == '-' ? 1 : 0);
    }

    /// The number as an unsigned one, grouped.
    public static String groupedUnsigned(long number) {
        return group(Long.toUnsignedString(number), 0);
    }

    private static String group(String digits, int first) {
        if (digits.length() - first <= 3) {
            return digits;
        }
        var text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
