package clasp.journal.query;

import java.util.Arrays;

/// The bytes with which an address must end so that a pattern can fit. In a pattern of nothing but literal text, `*`,
/// `**` and `?`, what follows the last of these is compared byte by byte before the pattern is used up, except for a
/// slash right behind a star: behind `**` it may stand for nothing. Classes, braces and escapes may end a match in
/// other ways, so that nothing is known of patterns with them. Stateless.
final class GlobSuffix {
    private static final String UNKNOWN = "[]{}\\";

    private GlobSuffix() {}

    /// Empty when nothing is known.
    ///
    /// @param from where the pattern goes on after its leading literal text
    static byte[] of(byte[] glob, int from) {
        int begin = glob.length;
        while (begin > from && glob[begin - 1] != '*' && glob[begin - 1] != '?') {
            begin--;
        }
        boolean slashMayBeNothing = begin < glob.length && begin > 0 && glob[begin - 1] == '*' && glob[begin] == '/';
        return isKnown(glob) ? Arrays.copyOfRange(glob, begin + (slashMayBeNothing ? 1 : 0), glob.length) : new byte[0];
    }

    private static boolean isKnown(byte[] glob) {
        for (byte sign : glob) {
            if (UNKNOWN.indexOf(sign) >= 0) {
                return false;
            }
        }
        return true;
    }
}
