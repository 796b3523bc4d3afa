package clasp.journal.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandMatchTest {
    @Test
    void everyLetterMustOccurInItsOrder() {
        assertThat(CommandMatch.score("exp", "Export…")).isPresent();
        assertThat(CommandMatch.score("xt", "Export…")).isPresent();
        assertThat(CommandMatch.score("pxe", "Export…")).isEmpty();
        assertThat(CommandMatch.score("exports", "Export…")).isEmpty();
    }

    @Test
    void nothingTypedFitsAllAlike() {
        assertThat(CommandMatch.score("", "Export…")).hasValue(0);
        assertThat(CommandMatch.score("  ", "Compact…")).hasValue(0);
    }

    @Test
    void caseAndBlanksDoNotMatter() {
        assertThat(CommandMatch.score("NEXT pro", "Next problem"))
                .isEqualTo(CommandMatch.score("nextpro", "next problem"));
    }

    @Test
    void beginningsOfWordsCountMoreThanLettersWithin() {
        assertThat(best("np", List.of("Snapshots", "Next problem", "Open…"))).isEqualTo("Next problem");
        assertThat(best("co", List.of("Second color", "Compact…"))).isEqualTo("Compact…");
        assertThat(best("step", List.of("Stale data, temporary", "Step on"))).isEqualTo("Step on");
    }

    private static String best(String typed, List<String> names) {
        return names.stream()
                .filter(name -> CommandMatch.score(typed, name).isPresent())
                .max(Comparator.comparingInt(
                        name -> CommandMatch.score(typed, name).orElseThrow()))
                .orElseThrow();
    }
}
