package clasp.journal.ui.main;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import java.util.List;
import java.util.stream.Stream;

/// Everything that can be done in a window, for its toolbar, its shortcuts and the lists of them. Confined to the FX
/// thread.
record WindowCommands(
        JournalCommands journals,
        EntryCommands entries,
        BookmarkCommands bookmarks,
        RecoveryCommands recovery,
        ViewCommands view) {

    List<CommandGroup> groups() {
        return List.of(entries.group(), bookmarks.group(), recovery.group(), journals.group(), view.group());
    }

    Stream<Command> all() {
        return groups().stream().flatMap(group -> group.commands().stream());
    }
}
