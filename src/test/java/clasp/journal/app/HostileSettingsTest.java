package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.testing.TextMutator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is in the file of settings, the window opens. A longer run by hand:
/// `mvn test -Dtest=HostileSettingsTest -Dclasp.fuzz.windows=2000 -Dclasp.fuzz.seed=7`.
class HostileSettingsTest {
    private static final int WINDOWS = Integer.getInteger("clasp.fuzz.windows", 4);
    private static final long SEED = Long.getLong("clasp.fuzz.seed", 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session\":{\"journals\":[{\"file\":null,\"state\":null},{\"file\":\"\\u0000\"},{}],\"front\":99}}",
                "{\"session\":{\"journals\":[{\"state\":{\"filter\":\"\"}}],\"ended\":true}}",
                "{\"session\":{\"journals\":[{\"file\":\"\\u0000\",\"state\":{}},{\"file\":\"/\"}],\"ended\":true}}",
                "{\"session\":{\"journals\":[null],\"front\":-1}}",
                "{\"session\":{\"journals\":[{\"file\":\"\",\"state\":{\"filter\":null,\"place\":{}}}],\"front\":1e9}}",
                "{\"session\":{\"journals\":[{\"file\":\"/dev/zero\"},{\"file\":\"/\"}],\"front\":0,\"ended\":true}}",
                "{\"bookmarks\":{\"bookmarks\":[{\"seq\":-1},null,{\"seq\":1,\"content\":null}]}}",
                "{\"bookmarks\":[],\"session\":7,\"table\":\"x\",\"query\":[[]],\"window\":{\"width\":-1e308}}",
                "{\"window\":{\"x\":1e308,\"y\":-1e308,\"width\":0,\"height\":0}}",
                "[]",
                "\0\0\0"
            })
    void theWindowOpens(String settings) throws Exception {
        opens(settings);
    }

    @Test
    void alsoWithSettingsNearThoseThatItWrites() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("one.db"), 100);
        Path written = folder.resolve("written.json");
        try (FileSettings settings = new FileSettings(written, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1000, 700)) {
            window.settle();
        }
        var texts = new TextMutator(
                List.of(Files.readString(written).replace(folder.toString(), "/nowhere")),
                List.of("null", "-1", "1e400", "[]", "{}", "\"\"", "[null]", "99999999999", "true", "}", ","),
                new SplittableRandom(SEED));
        for (int i = 0; i < WINDOWS; i++) {
            opens(texts.next());
        }
    }

    @Test
    void aFilterThatIsNoneShowsEverything() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("one.db"), 100);
        Path file = Files.writeString(
                folder.resolve("settings.json"),
                "{\"session\":{\"journals\":[{\"file\":\"" + journal
                        + "\",\"state\":{\"filter\":\"(((\"}}],\"ended\":true}}");
        try (FileSettings settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.awaitText(".status-line .label", "100 entries");
            assertThat(window.notices()).isEmpty();
        }
    }

    private void opens(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("settings.json"), content);
        List<String> warnings = new ArrayList<>();
        try (FileSettings settings = new FileSettings(file, Runnable::run, warnings::add)) {
            WindowPlace.remembered(settings);
            try (var window = OpenWindow.resumed(settings, 1000, 700)) {
                assertThat(window.texts("#query").size()
                                + window.texts(".label").size())
                        .as(content)
                        .isPositive();
                window.dismissNotices();
            }
        } catch (RuntimeException e) {
            throw new AssertionError("With the settings " + content, e);
        }
        assertThat(warnings).as(content).allMatch(sentence -> sentence.contains("begin anew"));
    }
}
