package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is in the file of settings, the window opens.
class HostileSettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session\":{\"windows\":[{\"journals\":[{\"file\":null,\"state\":null},{\"file\":\"\\u0000\"},{}],\"front\":99}]}}",
                "{\"session\":{\"windows\":[{\"journals\":[{\"state\":{\"filter\":\"\"}}]}],\"ended\":true}}",
                "{\"session\":{\"windows\":[{\"journals\":[{\"file\":\"\\u0000\",\"state\":{}},{\"file\":\"/\"}]}],\"ended\":true}}",
                "{\"session\":{\"windows\":[{\"journals\":[null],\"front\":-1}]}}",
                "{\"session\":{\"windows\":[{\"journals\":[{\"file\":\"\",\"state\":{\"filter\":null,\"place\":{}}}],\"front\":1e9}]}}",
                "{\"session\":{\"windows\":[{\"journals\":[{\"file\":\"/dev/zero\"},{\"file\":\"/\"}],\"front\":0}],\"ended\":true}}",
                "{\"session\":{\"windows\":[null,{},{\"journals\":[{\"file\":\"/\"}],\"place\":{\"x\":1e999}}],\"ended\":true}}",
                "{\"session\":{\"windows\":[{\"journals\":[{\"relay\":{\"url\":\"http://127.0.0.1:1\",\"types\":[null],\"lastSeconds\":9e17}}]}],\"ended\":true}}",
                "{\"session\":{\"windows\":7,\"ended\":true}}",
                "{\"bookmarks\":{\"bookmarks\":[{\"seq\":-1},null,{\"seq\":1,\"content\":null}]}}",
                "{\"bookmarks\":[],\"session\":7,\"table\":\"x\",\"query\":[[]],\"window\":{\"width\":-1e308}}",
                "{\"window\":{\"x\":1e308,\"y\":-1e308,\"width\":0,\"height\":0}}",
                "[]",
                "\0\0\0"
            })
    void theWindowOpens(String settings) throws Exception {
        HostileSettings.open(settings, folder);
    }

    @Test
    void aSelectionThatIsNoneIsLeftOutAndTheRestIsThere() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("one.db"), 100);
        Path file = Files.writeString(
                folder.resolve("settings.json"),
                "{\"session\":{\"windows\":[{\"journals\":[{\"file\":\"" + journal
                        + "\",\"state\":{\"filter\":\"\",\"place\":{\"top\":1,\"looked\":2,\"selected\":[null,{\"first\":2,"
                        + "\"last\":4},{\"first\":9,\"last\":7}]}}}]}],\"ended\":true}}");
        try (FileSettings settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.awaitText(".status-line .label", "100 entries");
            window.settle();
            assertThat(window.textsInFront(".entry-line:chosen .entry-cell.seq"))
                    .containsExactly("2", "3", "4");
        }
    }

    @Test
    void aFilterThatIsNoneShowsEverything() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("one.db"), 100);
        Path file = Files.writeString(
                folder.resolve("settings.json"),
                "{\"session\":{\"windows\":[{\"journals\":[{\"file\":\"" + journal
                        + "\",\"state\":{\"filter\":\"(((\"}}]}],\"ended\":true}}");
        try (FileSettings settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.awaitText(".status-line .label", "100 entries");
            assertThat(window.notices()).isEmpty();
        }
    }
}
