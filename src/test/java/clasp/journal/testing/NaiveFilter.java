package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.query.Comparison;
import clasp.journal.query.Filter;
import clasp.journal.query.ValueTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether an entry fulfils a filter, after the page on the filter language and by other means than the program's own:
/// big numbers, regular expressions and a library for JSON. Only patterns are asked of the program, since CLASP's own
/// answers judge those. Stateless.
final class NaiveFilter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern AROUND = Pattern.compile("^[ \t\r\n]+|[ \t\r\n]+$");

    private NaiveFilter() {}

    static boolean matches(Filter filter, Entry entry) {
        return switch (filter) {
            case Filter.And and -> and.parts().stream().allMatch(part -> matches(part, entry));
            case Filter.Or or -> or.parts().stream().anyMatch(part -> matches(part, entry));
            case Filter.Not not -> !matches(not.part(), entry);
            case Filter.Address address -> address.pattern().matches(entry.address());
            case Filter.Signal signal -> signal.types().contains(entry.signalType());
            case Filter.Author author ->
                starred(author.pattern().text()).matcher(entry.author()).matches();
            case Filter.Message message -> message.codes().contains(entry.msgType());
            case Filter.Value value -> matches(value.test(), entry.valueJson());
            case Filter.Revision revision ->
                entry.revision() != null
                        && holds(
                                revision.comparison(),
                                unsigned(entry.revision()).compareTo(unsigned(revision.revision())));
            case Filter.HasRevision has -> has.expected() == (entry.revision() != null);
            case Filter.Seq seq ->
                entry.seq() >= seq.range().first() && entry.seq() <= seq.range().last();
            case Filter.Time time -> {
                BigInteger at = unsigned(entry.timestampMicros());
                yield at.compareTo(unsigned(time.range().fromMicros())) >= 0
                        && at.compareTo(unsigned(time.range().toMicros())) <= 0;
            }
            case Filter.Text text ->
                contains(entry.address(), text.search().text())
                        || contains(entry.author(), text.search().text())
                        || contains(entry.valueJson(), text.search().text());
        };
    }

    private static boolean matches(ValueTest test, String stored) {
        return switch (test) {
            case ValueTest.Number number -> {
                String text = AROUND.matcher(stored).replaceAll("");
                yield NUMBER.matcher(text).matches()
                        && holds(number.comparison(), new BigDecimal(text).compareTo(number.number()));
            }
            case ValueTest.Same same -> same.equal() == sameScalar(stored, same.json());
            case ValueTest.Contains contains ->
                contains(stored, contains.search().text())
                        || string(stored)
                                .filter(content ->
                                        contains(content, contains.search().text()))
                                .isPresent();
        };
    }

    private static boolean sameScalar(String stored, String literal) {
        Optional<String> wanted = string(literal);
        return wanted.isPresent()
                ? string(stored).equals(wanted)
                : AROUND.matcher(stored).replaceAll("").equals(literal);
    }

    /// The content of a text that is a JSON string.
    private static Optional<String> string(String json) {
        try {
            return Optional.ofNullable(JSON.readTree(json))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private static Pattern starred(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private static boolean contains(String candidate, String text) {
        return folded(candidate).contains(folded(text));
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean holds(Comparison comparison, int compared) {
        return switch (comparison.sign()) {
            case "=" -> compared == 0;
            case "!=" -> compared != 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            default -> compared >= 0;
        };
    }

    private static BigInteger unsigned(long number) {
        return new BigInteger(Long.toUnsignedString(number));
    }
}
