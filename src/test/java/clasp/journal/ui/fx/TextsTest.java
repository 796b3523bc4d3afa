package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bundle against the sources: every text that is asked for is there, and every text that is there is used.
class TextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /// A key, or the beginning of one that is put together.
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][A-Za-z]*\\.[A-Za-z_.]*)\"");

    private static final Pattern ASKED = Pattern.compile("Texts\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private final Set<String> keys =
            new TreeSet<>(ResourceBundle.getBundle("clasp.journal.ui.texts").keySet());
    private final String sources = sources();

    @Test
    void everyTextThatIsAskedForIsThere() {
        Set<String> asked = found(ASKED);
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(keys).containsAll(asked);
    }

    @Test
    void ofANumberAPlainPlaceMakesDigitsAsOfASeqAndACountIsGrouped() {
        assertThat(Texts.text("detail.title", 12_029L)).isEqualTo("Entry 12029");
        assertThat(Texts.text("compaction.action", 12_029L)).isEqualTo("Delete 12,029 entries");
    }

    @Test
    void everyTextThatIsThereIsUsed() {
        Set<String> quoted = found(QUOTED);
        List<String> unused = keys.stream()
                .filter(key -> !quoted.contains(key))
                .filter(key -> quoted.stream().noneMatch(head -> key.startsWith(head) && isMade(key, head)))
                .filter(key -> !key.startsWith("command."))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void everyCommandHasLabelAndTip() {
        Set<String> commands = keys.stream()
                .filter(key -> key.startsWith("command."))
                .map(key -> key.substring("command.".length()))
                .map(key -> key.replaceFirst("\\.(tip|words)$", ""))
                .collect(Collectors.toSet());
        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            assertThat(keys).contains("command." + command, "command." + command + ".tip");
            assertThat(sources).contains("\"" + command + "\"");
        });
    }

    @Test
    void textsWithArgumentsCanBeFormatted() {
        assertThat(keys)
                .allSatisfy(key -> assertThat(Texts.text(key, 2, 3, 4, 5)).isNotBlank());
    }

    /// Whether the rest of the key stands in the sources, too: as a text, or as the name of a constant.
    private boolean isMade(String key, String head) {
        String rest = key.substring(head.length());
        return Stream.of(rest.split("\\."))
                .filter(part -> !part.isEmpty())
                .allMatch(part -> sources.contains(part + "\"")
                        || Pattern.compile("\\b" + Pattern.quote(part.toUpperCase(Locale.ROOT)) + "\\b")
                                .matcher(sources)
                                .find());
    }

    private Set<String> found(Pattern pattern) {
        return pattern.matcher(sources)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
