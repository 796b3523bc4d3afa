package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.testing.OwnLanguage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page is in one language, and says which.
class ProblemPageTest {
    @Test
    @OwnLanguage("de-DE")
    void inGermanItsHeadingsAndSeveritiesAreGermanAsItsSentencesAre() {
        assertThat(page())
                .contains(
                        "<html lang=\"de\">",
                        "<th>Schwere</th>",
                        "<th>Was nicht stimmt</th>",
                        "<th>Was zu tun ist</th>")
                .contains("<td class=\"severity error\">Fehler</td>", "stillschweigend");
    }

    @Test
    @OwnLanguage("fr-FR")
    void inALanguageThatTheProgramDoesNotSpeakItIsEnglish() {
        assertThat(page())
                .contains("<html lang=\"en\">", "<th>Severity</th>", "<th>What is wrong</th>", "<th>What to do</th>")
                .contains("<td class=\"severity error\">Error</td>", "silently");
    }

    /// The report stays a text, and its lines are read in the order in which they are written.
    @Test
    void controlCharactersAndTurnsOfTheDirectionAreShownAsSigns() {
        var page = new ProblemPage("show\u0007.db", new ScriptedJournal().state());
        String line = page.line(Problem.of(ProblemKind.COMPACTED, 1, "/a\u0000b\u0007\u001b\n\u202ec\u2066", "1", "1"));
        assertThat(line).contains(">/a\u2400b\u2407\u241b\u240a\\u202ec\\u2066<");
        assertThat(String.join("", page.begin())).contains("show\u2407.db").doesNotContain("\u0007");
    }

    private static String page() {
        var journal = new ScriptedJournal().set(1, "/a", "1", 1L);
        journal.snapshot(1, "Reading stopped.", null);
        var page = new ProblemPage("show.db", journal.state());
        List<String> lines = new ArrayList<>(page.begin());
        new ProblemScan(journal).run(problem -> lines.add(page.line(problem)), Progress.NONE, Cancellation.none());
        lines.addAll(page.end());
        return String.join("\n", lines);
    }
}
