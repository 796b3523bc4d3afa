package clasp.journal.ui.fx;

import java.util.Locale;

/// A colour for rows, out of those that can be told apart in the light and in the dark.
public enum Tint {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE;

    /// The style class of what has it.
    public String styleClass() {
        return "tint-" + name().toLowerCase(Locale.ROOT);
    }
}
