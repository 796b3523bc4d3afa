package clasp.journal.ui.detail;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/// A stored text, divided into pieces that a list can show one by one: at its line breaks, and where a line is long.
/// The pieces together are the text. Immutable.
final class RawText {
    /// No piece is longer.
    static final int PIECE = 1_000;

    /// A piece ends after a comma, if there is one in this last part of it.
    private static final int LOOK_BACK = 200;

    /// As much as a text area bears with ease.
    private static final int SMALL = 20_000;

    private final String text;
    private final int[] starts;

    private RawText(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static RawText of(String text) {
        int[] starts = new int[16];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count] = at;
            count++;
            at = pieceEnd(text, at);
        }
        return new RawText(text, Arrays.copyOf(starts, count));
    }

    private static int pieceEnd(String text, int start) {
        int most = Math.min(start + PIECE, text.length());
        int lineBreak = text.indexOf('\n', start, most);
        if (lineBreak >= 0) {
            return lineBreak + 1;
        }
        if (most == text.length()) {
            return most;
        }
        int comma = text.substring(most - LOOK_BACK, most).lastIndexOf(',');
        if (comma >= 0) {
            return most - LOOK_BACK + comma + 1;
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    String text() {
        return text;
    }

    /// Whether a text area can show it as it is: it is short and holds no signs that a text area leaves out.
    boolean fitsTextArea() {
        return text.length() <= SMALL && text.chars().noneMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f);
    }

    /// The pieces, cut out as they are asked for.
    List<String> pieces() {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                int end = index + 1 < starts.length ? starts[index + 1] : text.length();
                return text.substring(starts[index], end);
            }

            @Override
            public int size() {
                return starts.length;
            }
        };
    }

    /// The piece that holds the character at this position; the last one for the end of the text.
    int pieceAt(int position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }
}
