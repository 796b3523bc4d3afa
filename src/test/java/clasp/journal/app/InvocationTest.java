package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.cli.Cli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the words after the program's name ask for.
class InvocationTest {
    @Test
    void noWordsOpenTheDemo() {
        assertThat(of()).isEqualTo(new Invocation.Window(List.of(), false));
        assertThat(of("open")).isEqualTo(new Invocation.Window(List.of(), false));
    }

    @Test
    void filesOpenTheWindowOnThem() {
        var window = new Invocation.Window(List.of(Path.of("a b.db"), Path.of("c#%?.db")), false);
        assertThat(of("a b.db", "c#%?.db")).isEqualTo(window);
        assertThat(of("open", "a b.db", "c#%?.db")).isEqualTo(window);
    }

    @Test
    void aWindowOfItsOwnIsAskedFor() {
        assertThat(of("--new-window")).isEqualTo(new Invocation.Window(List.of(), true));
        assertThat(of("--new-window", "a.db")).isEqualTo(new Invocation.Window(List.of(Path.of("a.db")), true));
        assertThat(of("a.db", "--new-window")).isEqualTo(new Invocation.Window(List.of(Path.of("a.db")), true));
    }

    @Test
    void commandsNeedNoWindow() {
        assertThat(of("query", "a.db", "--limit", "3"))
                .isEqualTo(new Invocation.Headless(List.of("query", "a.db", "--limit", "3")));
        assertThat(of("--help")).isEqualTo(new Invocation.Headless(List.of("--help")));
        assertThat(of("--version")).isEqualTo(new Invocation.Headless(List.of("--version")));
        assertThat(of("open", "--help")).isEqualTo(new Invocation.Headless(List.of("open", "--help")));
    }

    @Test
    void aPictureIsOfTheDemoOrOfAFile() {
        assertThat(of("--screenshot", "out.png")).isEqualTo(new Invocation.Picture(Path.of("out.png"), null, false));
        assertThat(of("--screenshot", "out.png", "a.db", "--dark"))
                .isEqualTo(new Invocation.Picture(Path.of("out.png"), Path.of("a.db"), true));
        assertThat(of("--screenshot", "--dark", "out.png"))
                .isEqualTo(new Invocation.Picture(Path.of("out.png"), null, true));
    }

    @Test
    void aPictureNeverTakesThePlaceOfAJournal() {
        for (Invocation asked : List.of(of("--screenshot", "session.db"), of("--screenshot", "a.db", "b.png"))) {
            assertThat(asked)
                    .isInstanceOfSatisfying(
                            Invocation.Mistake.class,
                            mistake -> assertThat(mistake.sentence()).contains(".db'", "ends in .png", "OUT.png"));
        }
        assertThat(of("--screenshot", "OUT.PNG")).isInstanceOf(Invocation.Picture.class);
    }

    @Test
    void helpIsGivenWhereverItIsAskedFor() {
        var help = new Invocation.Headless(List.of("--help"));
        assertThat(of("--screenshot", "--help")).isEqualTo(help);
        assertThat(of("a.db", "--help")).isEqualTo(help);
        assertThat(of("a.db", "-h")).isEqualTo(help);
    }

    @Test
    void aMistypedCommandIsNotTakenForAFile() {
        assertThat(of("qurey", "a.db"))
                .isInstanceOfSatisfying(
                        Invocation.Mistake.class,
                        mistake -> assertThat(mistake.sentence()).contains("'qurey'", "--help"));
        assertThat(of("src")).as("what is there").isInstanceOf(Invocation.Window.class);
        assertThat(of("./qurey")).isInstanceOf(Invocation.Window.class);
    }

    @Test
    void whatMakesNoSenseIsAMistakeWithASentence() {
        assertThat(of("--screenshot"))
                .isInstanceOfSatisfying(
                        Invocation.Mistake.class,
                        mistake -> assertThat(mistake.sentence()).contains("--screenshot OUT.png [FILE]"));
        assertThat(of("--screenshot", "a.png", "b.db", "c.db")).isInstanceOf(Invocation.Mistake.class);
        assertThat(of("--screenshot", "--wide", "b.png")).isInstanceOf(Invocation.Mistake.class);
        assertThat(of("a.db", "--fast"))
                .isInstanceOfSatisfying(
                        Invocation.Mistake.class,
                        mistake -> assertThat(mistake.sentence()).contains("--fast"));
    }

    @Test
    void whatCannotNameAFileIsAMistakeToo() {
        for (Invocation asked : List.of(of("a\0b.db"), of("open", "a\0b.db"), of("--screenshot", "a\0b.png"))) {
            assertThat(asked)
                    .isInstanceOfSatisfying(
                            Invocation.Mistake.class,
                            mistake -> assertThat(mistake.sentence())
                                    .contains("cannot be a file name here", "LC_ALL=C.UTF-8.")
                                    .doesNotContain("Exception"));
        }
    }

    @Test
    void nothingIsNoNameOfAFile() {
        for (Invocation asked : List.of(of(""), of("open", ""), of("--screenshot", "a.png", ""))) {
            assertThat(asked)
                    .isInstanceOfSatisfying(
                            Invocation.Mistake.class,
                            mistake -> assertThat(mistake.sentence()).contains("A file needs a name"));
        }
    }

    private static Invocation of(String... words) {
        return Invocation.of(List.of(words), word -> Cli.concerns(List.of(word)));
    }
}
