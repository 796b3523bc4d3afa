package clasp.journal.ui.fx;

import java.util.List;

/// Commands that belong together, for lists of what can be done.
///
/// @param key its name in the bundle: `commands.KEY`
public record CommandGroup(String key, List<Command> commands) {
    public CommandGroup {
        commands = List.copyOf(commands);
    }

    public String title() {
        return Texts.text("commands." + key);
    }
}
