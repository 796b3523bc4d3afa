package clasp.journal.ui.main;

import static clasp.journal.ui.main.Keys.CTRL;
import static clasp.journal.ui.main.Keys.SHIFT;
import static clasp.journal.ui.main.Keys.keys;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/// Marking entries, and going from one mark to the next. Confined to the FX thread.
final class BookmarkCommands {
    private final FrontJournal front;
    private final Command bookmark;
    private final Command note;
    private final CommandGroup group;

    BookmarkCommands(FrontJournal front) {
        this.front = front;
        bookmark = command(
                "bookmark",
                Feather.BOOKMARK,
                keys(KeyCode.B, CTRL),
                view -> view.dialogs().bookmark());
        note = command(
                "note",
                Feather.EDIT_3,
                keys(KeyCode.B, CTRL, SHIFT),
                view -> view.dialogs().note());
        group = new CommandGroup(
                "bookmarks",
                List.of(
                        bookmark,
                        note,
                        command(
                                "nextBookmark",
                                Feather.CHEVRON_DOWN,
                                keys(KeyCode.F4),
                                view -> view.bookmarks().go(true)),
                        command(
                                "previousBookmark",
                                Feather.CHEVRON_UP,
                                keys(KeyCode.F4, SHIFT),
                                view -> view.bookmarks().go(false)),
                        command(
                                "bookmarks",
                                Feather.LIST,
                                keys(KeyCode.DIGIT4, CTRL),
                                view -> view.dialogs().bookmarks())));
    }

    CommandGroup group() {
        return group;
    }

    /// What the menu of a row has of them.
    List<Command> ofRow() {
        return List.of(bookmark, note);
    }

    private Command command(String key, Feather icon, KeyCombination keys, Consumer<JournalView> action) {
        return new Command(key, icon, keys, front.action(action), front.present());
    }
}
