package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import clasp.journal.testing.OwnLanguage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command does can be read to its end in the list of commands, in either language.
@OwnLanguage
class PaletteRoomTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noDescriptionIsCut(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 100);
        try (var window = OpenWindow.on(file, 1200, 800)) {
            window.reveal(50);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            var list = (ListView<?>) window.find("#paletteList");
            window.screenshots("palette-" + language);
            Set<String> seen = new TreeSet<>();
            Set<String> cut = new TreeSet<>();
            for (int i = 0; i < list.getItems().size(); i += 5) {
                int row = i;
                FxStage.run(() -> {
                    list.scrollTo(row);
                    list.applyCss();
                    list.layout();
                    list.lookupAll(".does").forEach(node -> look((Label) node, seen, cut));
                });
            }
            assertThat(seen).hasSizeGreaterThan(80);
            assertThat(cut).isEmpty();
        }
    }

    private static void look(Label does, Set<String> seen, Set<String> cut) {
        seen.add(does.getText());
        Node shown = does.lookup(".text");
        if (shown instanceof Text text && !text.getText().equals(does.getText())) {
            cut.add(does.getText());
        }
    }
}
