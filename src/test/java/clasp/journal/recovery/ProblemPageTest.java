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
