package clasp.journal.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The names that conditions begin with.
enum QueryKey {
    ADDR(":", "addr:/lumen/**"),
    TYPE(":", "type:param,event"),
    AUTHOR(":", "author:13a1*"),
    MSG(":", "msg:set"),
    VALUE("<=>~", "value>0.5"),
    REV("<=>", "rev>=3"),
    SEQ(":", "seq:100..200"),
    FROM(":", "from:2024-02-21T07:20:00Z"),
    TO(":", "to:+5m");

    /// Longer signs first, since `>` begins `>=`.
    private static final List<String> SIGNS = List.of("!=", "<=", ">=", "=", "<", ">", "~", ":");

    private final String signs;
    private final String example;

    QueryKey(String signs, String example) {
        this.signs = signs;
        this.example = example;
    }

    static Optional<QueryKey> of(String name) {
        return Arrays.stream(values()).filter(key -> key.text().equals(name)).findFirst();
    }

    /// The sign at this place of a text; empty when there is none.
    static String signAt(String text, int index) {
        return SIGNS.stream()
                .filter(sign -> text.startsWith(sign, index))
                .findFirst()
                .orElse("");
    }

    /// The name as it is written.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String example() {
        return example;
    }

    /// Whether this sign can follow the name.
    boolean takes(String sign) {
        return signs.contains(sign.substring(sign.length() - 1));
    }

    /// The signs that complete the name: `:`, or the comparisons.
    List<String> completions() {
        return SIGNS.stream().filter(this::takes).map(sign -> text() + sign).toList();
    }

    /// Whether a word would be read as one of these conditions.
    static boolean begins(String word) {
        QueryScanner scanner = new QueryScanner(word);
        Optional<QueryKey> key = of(scanner.letters());
        return key.isPresent() && !signAt(word, scanner.index()).isEmpty();
    }
}
