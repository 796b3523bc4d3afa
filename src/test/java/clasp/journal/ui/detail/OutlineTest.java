package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntax;
import clasp.journal.model.ValueSyntaxException;
import clasp.journal.store.Cancellation;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {
    private static Outline outline(String text) {
        return Outline.of(text, Cancellation.none());
    }

    private static List<String> texts(Outline outline, List<OutlineNode> nodes) {
        return nodes.stream()
                .map(node -> node.label() + "=" + outline.text(node))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807",
                "18446744073709551615",
                "1",
                "1.0",
                "-0.0",
                "1e300",
                "1e+300",
                "null",
                "\"a \\\"b\\\\\""
            })
    void scalarIsShownAsStored(String json) {
        Outline outline = outline(" " + json + "\n");
        assertThat(outline.root()).isEqualTo(new OutlineNode.Leaf("", 1, 1 + json.length()));
        assertThat(outline.text(outline.root())).isEqualTo(json);
    }

    @Test
    void keysAreShownAsStoredWithDuplicates() {
        Outline outline = outline("{ \"a\" : 1 , \"a\":[ ] ,\"\\u0061\":{\"x\":\"}\"}, \"\":true }");
        assertThat(texts(outline, outline.top())).containsExactly("a=1", "a=[ ]", "\\u0061={\"x\":\"}\"}", "\"\"=true");
        assertThat(((OutlineNode.Container) outline.top().get(1)).size()).isZero();
        assertThat(((OutlineNode.Container) outline.top().get(2)).size()).isEqualTo(1);
    }

    @Test
    void nestingIsFollowedToAnyDepth() {
        String text = "[".repeat(1_000) + "]".repeat(1_000);
        Outline outline = outline(text);
        OutlineNode node = outline.root();
        int depth = 1;
        while (node instanceof OutlineNode.Container container && container.size() > 0) {
            node = outline.children(node, Cancellation.none()).getFirst();
            depth++;
        }
        assertThat(depth).isEqualTo(1_000);
        assertThat(ValueSyntax.problem("[".repeat(100_000) + "]".repeat(100_000)))
                .isEmpty();
    }

    @Test
    void largeArraysComeInRuns() {
        String text =
                IntStream.range(0, 1_000_000).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        Outline outline = outline(text);
        assertThat(((OutlineNode.Container) outline.root()).size()).isEqualTo(1_000_000);
        assertThat(outline.top()).hasSize(1_000);
        OutlineNode.Run run = (OutlineNode.Run) outline.top().get(777);
        assertThat(run.first()).isEqualTo(777_000);
        assertThat(run.last()).isEqualTo(777_999);
        List<OutlineNode> items = outline.children(run, Cancellation.none());
        assertThat(items).hasSize(1_000);
        assertThat(texts(outline, items)).startsWith("[777000]=777000").endsWith("[777999]=777999");
    }

    @Test
    void runsOfMapsHoldTheirMembers() {
        String text = IntStream.range(0, 2_500)
                .mapToObj(i -> "\"key" + i + "\" : [" + i + "]")
                .collect(Collectors.joining(" , ", "{ ", " }"));
        Outline outline = outline(text);
        assertThat(outline.top()).hasSize(3);
        List<OutlineNode> last = outline.children(outline.top().getLast(), Cancellation.none());
        assertThat(texts(outline, last))
                .hasSize(500)
                .startsWith("key2000=[2000]")
                .endsWith("key2499=[2499]");
    }

    @Test
    void agreesWithTheParserOnAnyValue() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String text = value(random, 0);
            agree(outline(text), outline(text).root(), Value.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "nope", "1 2", "[1,]", "{\"a\" 1}", "\"\\x\"", "01", "[1}", "NaN"})
    void complaintIsThatOfTheParser(String text) {
        ValueSyntaxException found = ValueSyntax.problem(text).orElseThrow();
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        ValueSyntaxException.class, () -> Value.parse(text)))
                .hasMessage(found.getMessage())
                .extracting(ValueSyntaxException::position)
                .isEqualTo(found.position());
    }

    private static void agree(Outline outline, OutlineNode node, Value value) {
        assertThat(Value.parse(outline.text(node))).isEqualTo(value);
        List<Value> inside = switch (value) {
            case Value.Array array -> array.items();
            case Value.Map map ->
                map.members().stream().map(Value.Member::value).toList();
            case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> List.of();
        };
        List<OutlineNode> children = outline.children(node, Cancellation.none());
        assertThat(children).hasSameSizeAs(inside);
        for (int i = 0; i < inside.size(); i++) {
            agree(outline, children.get(i), inside.get(i));
        }
    }

    private static String value(Random random, int depth) {
        String blank = random.nextInt(4) == 0 ? " \n" : "";
        String made = switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> Integer.toString(random.nextInt());
            case 1 -> "null";
            case 2 -> "\"a,]}{[:\\\"" + random.nextInt(9) + "\"";
            case 3 -> "true";
            case 4 -> "-1.5e-7";
            case 5 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(random, depth + 1))
                        .collect(Collectors.joining(blank + ",", "[" + blank, "]"));
            default ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> "\"k{" + i + "\"" + blank + ":" + value(random, depth + 1))
                        .collect(Collectors.joining(",", "{" + blank, "}"));
        };
        return blank + made + blank;
    }
}
