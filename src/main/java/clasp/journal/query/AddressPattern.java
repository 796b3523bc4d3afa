package clasp.journal.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A CLASP address pattern: a glob over slash-separated segments. Immutable; equal when the text is equal.
///
/// `*` stands for any run of bytes within a segment, `**` as a whole segment for any number of segments, `?` for one
/// byte except `/`, `[a-z]` and `[!a]` for one byte of a class, `{a,b}` for alternatives, `\` takes the next character
/// literally, and a leading `!` negates. As in CLASP, `?` and classes see the bytes of the UTF-8 form.
///
/// What matches is what CLASP's own matcher answers, so that a pattern finds here what a subscription with it would
/// receive. Its answers are not always those of a textbook glob: `**` at the very end also crosses slashes when it is
/// not a whole segment (`/foo/b**`), and `/lumen/**/layer/*/x` takes the first `layer` that it meets, for good.
public final class AddressPattern {
    private final String text;
    private final byte[] glob;
    private final boolean negated;

    /// Where the pattern goes on after its leading literal text.
    private final int afterPrefix;

    private final byte[] prefix;
    private final String prefixText;
    private final byte[] suffix;

    private AddressPattern(String text) {
        this.text = text;
        this.glob = text.getBytes(StandardCharsets.UTF_8);
        int start = 0;
        while (start < glob.length && glob[start] == '!') {
            start++;
        }
        this.negated = start % 2 == 1;
        GlobPrefix leading = GlobPrefix.of(glob, start);
        this.afterPrefix = leading.end();
        this.prefix = leading.bytes();
        this.prefixText = leading.text();
        this.suffix = GlobSuffix.of(glob, afterPrefix);
    }

    /// Any text is a pattern; one with a syntax error matches what CLASP's matcher matches with it.
    public static AddressPattern of(String text) {
        return new AddressPattern(text);
    }

    /// The pattern that matches this one address.
    public static AddressPattern literally(String address) {
        StringBuilder escaped = new StringBuilder();
        for (int index = 0; index < address.length(); index++) {
            char c = address.charAt(index);
            boolean special = c == '*' || c == '?' || c == '[' || c == '{' || c == '\\' || (c == '!' && index == 0);
            escaped.append(special ? "\\" : "").append(c);
        }
        return of(escaped.toString());
    }

    public String text() {
        return text;
    }

    public boolean matches(String address) {
        byte[] utf8 = address.getBytes(StandardCharsets.UTF_8);
        return matches(utf8, 0, utf8.length);
    }

    /// Whether the address that these bytes hold in UTF-8 matches.
    public boolean matches(byte[] utf8, int offset, int length) {
        return matches(utf8, offset, length, new GlobSteps());
    }

    boolean matches(byte[] utf8, int offset, int length, GlobSteps steps) {
        if (length < prefix.length || !Arrays.equals(prefix, 0, prefix.length, utf8, offset, offset + prefix.length)) {
            return negated;
        }
        if (endsHere()) {
            return (length == prefix.length) != negated;
        }
        if (endsWithGlobstar()) {
            return !negated;
        }
        int end = offset + length;
        if (length < suffix.length || !Arrays.equals(suffix, 0, suffix.length, utf8, end - suffix.length, end)) {
            return negated;
        }
        return switch (new GlobMatch(glob, utf8, offset, length, steps).run(afterPrefix, prefix.length)) {
            case MATCHED -> !negated;
            case REFUSED -> false;
            case DENIED, CLOSED, FAILED -> negated;
        };
    }

    /// The longest text with which every matching address must begin; empty when nothing is known.
    public String literalPrefix() {
        return negated ? "" : prefixText;
    }

    /// Whether the pattern can only ever match the one address [#literalPrefix()].
    public boolean isLiteral() {
        return !negated && endsHere();
    }

    /// Whether each and every text matches: `**` does; `/**` matches only what begins with a slash.
    public boolean matchesEverything() {
        return !negated && prefix.length == 0 && endsWithGlobstar();
    }

    /// Whether the pattern matches exactly the addresses that begin with [#literalPrefix()], as `/foo/**` does.
    public boolean matchesWholePrefix() {
        return !negated && endsWithGlobstar();
    }

    /// What is malformed, as a sentence; empty for a sound pattern. A malformed one still matches as in CLASP: where
    /// the matcher comes to the fault, nothing does.
    public Optional<String> problem() {
        return GlobProblem.of(text);
    }

    private boolean endsHere() {
        return afterPrefix == glob.length;
    }

    /// Whether nothing but `**` (or `**/**`, which is the same) follows the leading literal text.
    private boolean endsWithGlobstar() {
        return afterPrefix + 1 < glob.length
                && glob[afterPrefix] == '*'
                && glob[afterPrefix + 1] == '*'
                && GlobSyntax.lastOfRepeatedGlobstars(glob, afterPrefix) + 2 == glob.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressPattern that && that.text.equals(text);
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
