package clasp.journal.query;

/// Finds places in the bytes of a pattern, as CLASP's matcher does. Thread-safe.
final class GlobSyntax {
    /// There is no such place: the pattern is malformed.
    static final int NOWHERE = -1;

    private GlobSyntax() {}

    /// From the first `**` of `**/**/**` to its last; from any other to itself.
    static int lastOfRepeatedGlobstars(byte[] glob, int first) {
        int last = first;
        while (last + 4 < glob.length && glob[last + 2] == '/' && glob[last + 3] == '*' && glob[last + 4] == '*') {
            last += 3;
        }
        return last;
    }

    /// What `\` followed by this byte stands for.
    static byte escaped(byte sign) {
        return switch (sign) {
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> sign;
        };
    }

    /// The place after the `}` that closes the brace around `from`.
    static int afterBrace(byte[] glob, int from) {
        return skip(glob, from, false);
    }

    /// The place after the `,` or `}` that ends the alternative around `from`.
    static int afterCommaOrBrace(byte[] glob, int from) {
        return skip(glob, from, true);
    }

    private static int skip(byte[] glob, int from, boolean stopAtComma) {
        int open = 1;
        boolean inClass = false;
        for (int index = from; index < glob.length; index++) {
            switch (glob[index]) {
                case '{' -> open += inClass ? 0 : 1;
                case '}' -> {
                    open -= inClass ? 0 : 1;
                    if (open == 0) {
                        return index + 1;
                    }
                }
                case ',' -> {
                    if (stopAtComma && open == 1 && !inClass) {
                        return index + 1;
                    }
                }
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '\\' -> index++;
                default -> {}
            }
        }
        return NOWHERE;
    }
}
