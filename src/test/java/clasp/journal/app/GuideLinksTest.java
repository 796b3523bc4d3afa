package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The README and the pages of the guide lead somewhere, and each job has its picture.
class GuideLinksTest {
    private static final Path PAGES = Path.of("src", "site", "markdown");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> dead = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(PAGES)) {
            for (Path page : Stream.concat(Stream.of(Path.of("README.md")), pages)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList()) {
                Path from = page.toAbsolutePath().getParent();
                LINK.matcher(Files.readString(page))
                        .results()
                        .map(found -> found.group(1))
                        .filter(link -> !Files.exists(from.resolve(link)))
                        .forEach(link -> dead.add(page + ": " + link));
            }
        }
        assertThat(dead).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-steps", "recovery", "browse", "export", "compact", "connect", "record", "host"})
    void everyJobHasAPicture(String page) throws IOException {
        assertThat(Files.readString(PAGES.resolve(page + ".md"))).contains("](../resources/images/");
    }
}
