package clasp.journal.ui.fx;

import clasp.journal.model.VisibleText;

/// Makes any text fit for the screen without hiding what is in it. Thread-safe.
public final class LineText {
    private LineText() {}

    /// The text as a single line: line breaks and other control characters as visible signs, those that would turn the
    /// writing direction as escapes; cut with an ellipsis after `max` characters.
    public static String of(String text, int max) {
        int end = Math.min(text.length(), max);
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        boolean cut = end < text.length();
        int odd = 0;
        while (odd < end && !VisibleText.needsSign(text.charAt(odd))) {
            odd++;
        }
        if (odd == end) {
            // Nearly every cell of a table, many times a second.
            return cut ? text.substring(0, end) + "…" : text;
        }
        var line = new StringBuilder(end + 16).append(text, 0, odd);
        for (int i = odd; i < end; i++) {
            VisibleText.append(line, text.charAt(i));
        }
        return cut ? line.append('…').toString() : line.toString();
    }

    /// The same for text that may be long and keeps its line breaks and tabs.
    public static String visible(String text) {
        var lines = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c == '\n' || c == '\t') {
                lines.append((char) c);
            } else {
                VisibleText.append(lines, (char) c);
            }
        });
        return lines.toString();
    }

    /// An address, also the empty one, which is an address as any other and has a name here.
    public static String named(String address) {
        return address.isEmpty() ? Texts.text("detail.emptyAddress") : address;
    }
}
