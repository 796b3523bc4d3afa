package clasp.journal.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.OwnLanguage;
import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import clasp.journal.ui.fx.Offer;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;

class PaletteViewModelTest {
    @ParameterizedTest
    @CsvSource({
        "theme, appearance",
        "dark, appearance",
        "design, appearance",
        "vacuum, compact",
        "size of text, larger",
        "font, larger",
        "excel, export",
        "zone, timeUtc",
        "search, focusQuery",
        "color, colours",
    })
    void aCommandIsFoundByOtherWordsForIt(String typed, String command) {
        assertThat(found(typed).getFirst()).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({"dunkel, appearance", "design, appearance", "vacuum, compact", "schrift, larger", "csv, copyCsv"})
    @OwnLanguage("de-DE")
    void alsoInGerman(String typed, String command) {
        assertThat(found(typed).getFirst()).isEqualTo(command);
    }

    private static final List<Offer> OFFERS =
            List.of(new Offer("/tour/export.db", "Open…", () -> {}), new Offer("Export…", "Copy or save", () -> {}));

    @Test
    void csvFindsBothWaysToGetOne() {
        assertThat(found("csv")).startsWith("copyCsv", "export");
    }

    @Test
    void wordsOfTheNameComeBeforeWordsForItAndThoseBeforeLetters() {
        assertThat(found("compact")).startsWith("compact", "densityCompact");
        assertThat(found("exp").getFirst()).isEqualTo("export");
        assertThat(found("np").getFirst()).isEqualTo("nextProblem");
    }

    @Test
    void lettersThatOnlySomeSentenceHasFindNothing() {
        assertThat(found("qzx")).isEmpty();
        assertThat(found("teapot")).isEmpty();
    }

    @Test
    void whatAMenuOffersIsFoundByItsWordsAfterCommandsAndNotTwice() {
        assertThat(found("export"))
                .startsWith("export")
                .endsWith("/tour/export.db")
                .doesNotHaveDuplicates();
        assertThat(found("tour")).containsExactly("/tour/export.db");
    }

    private static List<String> found(String typed) {
        List<Command> commands = Stream.of(
                        "open",
                        "appearance",
                        "compact",
                        "export",
                        "focusQuery",
                        "copyCsv",
                        "timeUtc",
                        "densityCompact",
                        "larger",
                        "usualSize",
                        "columns",
                        "colours",
                        "nextProblem",
                        "recovery")
                .map(key -> new Command(key, Feather.CIRCLE, null, () -> {}, new SimpleBooleanProperty(true)))
                .toList();
        var model = new PaletteViewModel(List.of(new CommandGroup("view", commands)), OFFERS, () -> {});
        model.search(typed);
        return model.found().stream()
                .map(each -> commands.stream()
                        .filter(command -> command.label().equals(each.label()))
                        .map(Command::key)
                        .findFirst()
                        .orElse(each.label()))
                .toList();
    }
}
