package clasp.journal.ui.sources;

import clasp.journal.model.RefusedException;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;

/// Reads the numbers that are typed where a session is hosted. Stateless.
final class HostNumbers {
    /// More would not fit into memory.
    static final int MOST_ENTRIES = 10_000_000;

    private static final int MOST_PORT = 65_535;

    private HostNumbers() {}

    /// @throws IllegalArgumentException with a sentence when it is none
    static int port(String text) {
        int port = number(text);
        if (port < 0 || port > MOST_PORT) {
            throw new RefusedException(Texts.text("host.problem.port", text.strip()));
        }
        return port;
    }

    /// How many entries, as people [type numbers][NumberText#count(String, int)].
    ///
    /// @throws IllegalArgumentException with a sentence when it is none, or too many
    static int capacity(String text) {
        return NumberText.count(text, MOST_ENTRIES)
                .orElseThrow(() -> new RefusedException(
                        Texts.text("host.problem.capacity", text.strip(), NumberText.grouped(MOST_ENTRIES))));
    }

    /// -1 for what is no number, or too large for one.
    private static int number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
