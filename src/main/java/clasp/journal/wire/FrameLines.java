package clasp.journal.wire;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Frames as people handle them: lines of hexadecimal digits to lines of JSON, and back. Stateless.
public final class FrameLines {
    private FrameLines() {}

    /// What becomes of one line. Immutable.
    public sealed interface Outcome {
        /// @param text one line
        /// @param remark a sentence on what the text does not tell; null when it tells all
        record Converted(String text, @Nullable String remark) implements Outcome {}

        /// The line has nothing but spaces.
        record Blank() implements Outcome {}

        /// @param reason a sentence
        record Refused(String reason) implements Outcome {}
    }

    /// A frame in hexadecimal digits, of either case and with spaces anywhere, to its message as JSON.
    public static Outcome decode(String line) {
        String digits = withoutSpaces(line);
        if (digits.isEmpty()) {
            return new Outcome.Blank();
        }
        String wrong = wrongDigit(digits);
        if (wrong != null) {
            return new Outcome.Refused(wrong);
        }
        try {
            Frame frame = FrameReader.read(HexFormat.of().parseHex(digits));
            return new Outcome.Converted(MessageJson.write(frame.message()), unread(frame.unreadBytes()));
        } catch (WireException e) {
            return new Outcome.Refused("Byte " + e.offset() + ": " + e.what());
        }
    }

    /// A message as JSON to the frame that CLASP writes for it, in hexadecimal digits.
    public static Outcome encode(String line) {
        if (line.isBlank()) {
            return new Outcome.Blank();
        }
        try {
            return new Outcome.Converted(HexFormat.of().formatHex(FrameWriter.write(MessageJson.read(line))), null);
        } catch (MessageSyntaxException e) {
            return new Outcome.Refused(e.what());
        } catch (UnwritableMessageException e) {
            return new Outcome.Refused(e.what());
        }
    }

    private static String withoutSpaces(String line) {
        StringBuilder digits = new StringBuilder(line.length());
        line.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static @Nullable String wrongDigit(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (!HexFormat.isHexDigit(digits.charAt(i))) {
                return "Byte " + i / 2 + ": '" + digits.charAt(i) + "' is no hexadecimal digit.";
            }
        }
        return digits.length() % 2 == 0
                ? null
                : "Byte " + digits.length() / 2 + ": the last byte has only one hexadecimal digit.";
    }

    private static @Nullable String unread(int bytes) {
        return switch (bytes) {
            case 0 -> null;
            case 1 -> "1 byte of the frame has no known meaning.";
            default -> bytes + " bytes of the frame have no known meaning.";
        };
    }
}
