package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The README, the pages of the guide and those beside them lead somewhere, to the very heading; each job has its
/// picture, and each picture its page.
class GuideLinksTest {
    private static final Path PAGES = Path.of("src", "site", "markdown");
    private static final Path PICTURES = Path.of("src", "site", "resources", "images");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*?) *$");

    @Test
    void everyLinkLeadsToAFileAndToAHeadingOfIt() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                String heading = link.group(2);
                if (!Files.exists(target)
                        || heading != null && !headings(target).contains(heading)) {
                    dead.add(page + ": " + link.group());
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyPictureIsOnAPage() throws IOException {
        var text = new StringBuilder();
        for (Path page : pages()) {
            text.append(Files.readString(page));
        }
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            assertThat(pictures.map(picture -> picture.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(name -> text.indexOf("images/" + name + ")") >= 0);
        }
    }

    /// Those of the folders in which a reader begins, and all of the guide.
    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(Path.of(""), Path.of("packaging"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(pages::add);
            }
        }
        try (Stream<Path> files = Files.walk(PAGES)) {
            files.forEach(pages::add);
        }
        pages.removeIf(page -> !page.toString().endsWith(".md"));
        assertThat(pages)
                .contains(Path.of("README.md"), Path.of("SECURITY.md"), Path.of("CHANGELOG.md"))
                .contains(Path.of("packaging", "README.md"), PAGES.resolve("host.md"));
        return pages;
    }

    /// The names under which the headings of a page are linked to.
    private static List<String> headings(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-steps", "recovery", "browse", "export", "compact", "connect", "record", "host"})
    void everyJobHasAPicture(String page) throws IOException {
        assertThat(Files.readString(PAGES.resolve(page + ".md"))).contains("](../resources/images/");
    }
}
