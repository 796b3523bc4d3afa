package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Keeps the page for users true.
class FilterLanguagePageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "filter-language.md");
    private static final Pattern EXAMPLE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern INDENTED = Pattern.compile("^    (.+)$", Pattern.MULTILINE);
    private static final Pattern ANSWER =
            Pattern.compile("^\\| `([^`]*)` \\| `([^`]*)` \\| (yes|no) \\|$", Pattern.MULTILINE);

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static List<String> examples() throws IOException {
        String filters = page().substring(0, page().indexOf("## Address patterns"));
        return Stream.of(EXAMPLE, INDENTED)
                .flatMap(pattern -> pattern.matcher(filters).results())
                .map(found -> found.group(1))
                .filter(text -> !text.matches("and|or|not"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsRead() throws IOException {
        return examples().stream()
                .map(text -> DynamicTest.dynamicTest(text, () -> {
                    Query query = Query.parse(text);
                    assertThat(query.problems()).isEmpty();
                    assertThat(Query.parse(FilterText.of(query.filter())).filter())
                            .isEqualTo(query.filter());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerOfAPatternIsRight() throws IOException {
        List<MatchResult> answers = ANSWER.matcher(page()).results().toList();
        assertThat(answers).hasSizeGreaterThan(15);
        return answers.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.group(),
                        () -> assertThat(AddressPattern.of(row.group(1)).matches(row.group(2)))
                                .isEqualTo(row.group(3).equals("yes"))));
    }

    @Test
    void everyConditionHasAnExample() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThan(40);
        assertThat(Arrays.stream(QueryKey.values()))
                .allSatisfy(key -> assertThat(examples).anyMatch(text -> text.startsWith(key.text())));
    }
}
