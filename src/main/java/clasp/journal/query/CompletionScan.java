package clasp.journal.query;

import clasp.journal.model.SignalType;
import clasp.journal.query.Completion.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what is being typed at a place of a filter's text. Confined to one call.
final class CompletionScan {
    private static final List<String> KEYWORDS = Stream.concat(
                    Arrays.stream(QueryKey.values()).flatMap(key -> key.completions().stream()), Stream.of("or", "not"))
            .toList();
    private static final List<String> SIGNAL_TYPES =
            Arrays.stream(SignalType.values()).map(SignalType::text).toList();

    private final String text;
    private final int caret;
    private final QueryWord word;

    CompletionScan(String text, int caret) {
        this.text = text;
        this.caret = caret;
        this.word = QueryWord.around(text, caret);
    }

    Completion find() {
        QueryScanner scanner = new QueryScanner(text);
        scanner.moveTo(word.start());
        Optional<QueryKey> key = QueryKey.of(scanner.letters());
        String sign = QueryKey.signAt(text, scanner.index());
        int operand = scanner.index() + sign.length();
        boolean keyed = key.isPresent() && !sign.isEmpty() && operand <= caret;
        if (keyed) {
            return operand(key.get(), sign, operand);
        }
        String typed = text.substring(word.start(), caret);
        if (typed.indexOf('/') >= 0) {
            return address(word.start(), true);
        }
        boolean startsCondition = typed.chars().allMatch(Character::isLetter);
        return startsCondition
                ? completion(Kind.KEYWORD, word.start(), typed, KEYWORDS)
                : completion(Kind.NONE, word.start(), typed, List.of());
    }

    private Completion operand(QueryKey key, String sign, int operand) {
        return switch (key) {
            case ADDR -> address(operand, false);
            case AUTHOR -> {
                String typed = content(operand);
                yield completion(
                        new TextPattern(typed).isLiteral() ? Kind.AUTHOR : Kind.NONE, operand, typed, List.of());
            }
            case TYPE -> item(Kind.SIGNAL_TYPE, operand, SIGNAL_TYPES);
            case MSG -> item(Kind.MESSAGE, operand, List.of("set", "publish"));
            // Only numbers are less or greater, and text is looked for.
            case VALUE ->
                completion(
                        Kind.LITERAL,
                        operand,
                        content(operand),
                        sign.equals("=") || sign.equals("!=") ? List.of("true", "false", "null") : List.of());
            case REV -> completion(Kind.LITERAL, operand, content(operand), List.of("any", "none"));
            case SEQ, FROM, TO -> completion(Kind.NONE, operand, content(operand), List.of());
        };
    }

    private Completion address(int start, boolean bare) {
        AddressPattern typed = AddressPattern.of(content(start));
        boolean literal = typed.isLiteral();
        return new Completion(
                literal ? Kind.ADDRESS : Kind.NONE,
                start,
                word.end(),
                literal ? typed.literalPrefix() : typed.text(),
                List.of(),
                bare);
    }

    /// The item of a list that the caret is in; the list's other items are not suggested again.
    private Completion item(Kind kind, int operand, List<String> all) {
        int start = text.lastIndexOf(',', caret - 1) + 1;
        int comma = text.indexOf(',', caret);
        int itemStart = Math.max(operand, start);
        int itemEnd = comma < 0 || comma > word.end() ? word.end() : comma;
        List<String> present =
                List.of((text.substring(operand, itemStart) + text.substring(itemEnd, word.end())).split(","));
        List<String> others = all.stream().filter(one -> !present.contains(one)).toList();
        String typed = content(itemStart);
        return new Completion(kind, itemStart, itemEnd, typed, beginning(typed, others), false);
    }

    private Completion completion(Kind kind, int start, String typed, List<String> all) {
        return new Completion(kind, start, word.end(), typed, beginning(typed, all), false);
    }

    private static List<String> beginning(String typed, List<String> all) {
        String sought = typed.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> one.startsWith(sought) && !one.equals(sought))
                .toList();
    }

    /// What stands between `start` and the caret, without the quotes around it.
    private String content(int start) {
        String typed = text.substring(start, caret);
        if (!typed.startsWith("\"")) {
            return typed;
        }
        boolean closed = typed.length() > 1 && StoredText.isString(typed);
        try {
            return QuotedText.content(closed ? typed : typed + '"', 0, closed ? typed.length() : typed.length() + 1);
        } catch (QuerySyntaxException unfinishedEscape) {
            return typed.substring(1);
        }
    }
}
