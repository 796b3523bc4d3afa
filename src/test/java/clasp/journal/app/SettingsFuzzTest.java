package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.testing.Fuzz;
import clasp.journal.testing.TextMutator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window opens with any settings near those that it writes.
class SettingsFuzzTest {
    private static final int USUALLY = 4;

    @TempDir
    private Path folder;

    @Test
    void theWindowOpensWithAnySettings() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("one.db"), 100);
        Path written = folder.resolve("written.json");
        try (FileSettings settings = new FileSettings(written, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1000, 700)) {
            window.settle();
        }
        var texts = new TextMutator(
                List.of(Files.readString(written).replace(folder.toString(), "/nowhere")),
                List.of("null", "-1", "1e400", "[]", "{}", "\"\"", "[null]", "99999999999", "true", "}", ","),
                new SplittableRandom(Fuzz.seed()));
        assertThat(Fuzz.rounds(USUALLY, () -> HostileSettings.open(texts.next(), folder)))
                .isPositive();
    }
}
