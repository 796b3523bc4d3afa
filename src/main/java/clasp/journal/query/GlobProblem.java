package clasp.journal.query;

import clasp.journal.model.CoreTexts;
import java.util.Optional;

/// Finds what is malformed in a pattern. Confined to one call.
final class GlobProblem {
    private final String pattern;
    private int openBraces;
    private int deepest;

    private GlobProblem(String pattern) {
        this.pattern = pattern;
    }

    static Optional<String> of(String pattern) {
        return new GlobProblem(pattern).find();
    }

    private Optional<String> find() {
        int index = 0;
        while (index < pattern.length()) {
            switch (pattern.charAt(index)) {
                case '\\' -> {
                    if (index + 1 == pattern.length()) {
                        return Optional.of(CoreTexts.text("query.refused.patternBackslash"));
                    }
                    index++;
                }
                case '[' -> {
                    int end = endOfClass(index);
                    if (end < 0) {
                        return Optional.of(CoreTexts.text("query.refused.patternClass"));
                    }
                    index = end;
                }
                case '{' -> deepest = Math.max(deepest, ++openBraces);
                case '}' -> openBraces = Math.max(0, openBraces - 1);
                default -> {}
            }
            index++;
        }
        if (openBraces > 0) {
            return Optional.of(CoreTexts.text("query.refused.patternAlternatives", "{", "}"));
        }
        return deepest > GlobMatch.MAX_DEPTH
                ? Optional.of(CoreTexts.text("query.refused.patternDepth", Integer.toString(GlobMatch.MAX_DEPTH)))
                : Optional.empty();
    }

    /// The place of the `]` that closes the class; -1 when there is none. A `]` right at the beginning is a member.
    private int endOfClass(int start) {
        int index = start + 1;
        if (index < pattern.length() && (pattern.charAt(index) == '!' || pattern.charAt(index) == '^')) {
            index++;
        }
        int first = index;
        while (index < pattern.length() && (index == first || pattern.charAt(index) != ']')) {
            index += pattern.charAt(index) == '\\' ? 2 : 1;
        }
        return index < pattern.length() ? index : -1;
    }
}
