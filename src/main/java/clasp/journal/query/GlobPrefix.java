package clasp.journal.query;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The literal text at the beginning of a pattern.
///
/// @param bytes the text, with escapes resolved; not to be changed
/// @param end where the pattern goes on
record GlobPrefix(byte[] bytes, int end) {
    static GlobPrefix of(byte[] glob, int start) {
        ByteArrayOutputStream literal = new ByteArrayOutputStream();
        int index = start;
        while (index < glob.length) {
            byte sign = glob[index];
            if (sign == '\\') {
                if (index + 1 == glob.length) {
                    break;
                }
                index++;
                sign = GlobSyntax.escaped(glob[index]);
            } else if (sign == '*' || sign == '?' || sign == '[' || sign == '{') {
                break;
            }
            literal.write(sign);
            index++;
        }
        return new GlobPrefix(literal.toByteArray(), index);
    }

    /// The bytes as text; as much of it as is whole characters.
    String text() {
        int whole = bytes.length;
        while (whole > 0) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, whole))
                        .toString();
            } catch (CharacterCodingException cutCharacter) {
                whole--;
            }
        }
        return "";
    }
}
