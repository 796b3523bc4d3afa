package clasp.journal.ui.main;

import static clasp.journal.ui.main.Keys.ALT;
import static clasp.journal.ui.main.Keys.CTRL;
import static clasp.journal.ui.main.Keys.SHIFT;
import static clasp.journal.ui.main.Keys.keys;
import static clasp.journal.ui.main.Keys.toggle;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import clasp.journal.ui.table.EntryActions;
import clasp.journal.ui.table.RowCopier;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Filtering the entries in front, and going about in them. Confined to the FX thread.
final class EntryCommands {
    private final FrontJournal front;
    private final ObservableBooleanValue present;
    private final Command focusQuery;
    private final Command goTo;
    private final Command follow;
    private final CommandGroup group;

    EntryCommands(FrontJournal front) {
        this.front = front;
        present = front.present();
        focusQuery = command("focusQuery", Feather.SEARCH, keys(KeyCode.L, CTRL), EntriesPage::focusQuery);
        goTo = command("goTo", Feather.CORNER_DOWN_RIGHT, keys(KeyCode.G, CTRL), EntriesPage::askWhereToGo);
        follow = toggle("follow", Feather.CHEVRONS_DOWN, keys(KeyCode.F, CTRL, SHIFT), front.follow(), present);
        group = new CommandGroup(
                "entries",
                List.of(
                        focusQuery,
                        command(
                                "clearQuery",
                                Feather.X_CIRCLE,
                                keys(KeyCode.L, CTRL, SHIFT),
                                page -> page.query().clear()),
                        command(
                                "back",
                                Feather.ARROW_LEFT,
                                keys(KeyCode.LEFT, ALT),
                                page -> page.query().back()),
                        command(
                                "forward",
                                Feather.ARROW_RIGHT,
                                keys(KeyCode.RIGHT, ALT),
                                page -> page.query().forward()),
                        goTo,
                        follow,
                        selection("first", Feather.CHEVRONS_UP, null, EntryActions::toFirst),
                        selection("last", Feather.CHEVRONS_DOWN, null, EntryActions::toLast),
                        selection("nextMatch", Feather.CHEVRON_DOWN, keys(KeyCode.F3), actions -> actions.move(1)),
                        selection(
                                "previousMatch",
                                Feather.CHEVRON_UP,
                                keys(KeyCode.F3, SHIFT),
                                actions -> actions.move(-1)),
                        selection("selectAll", Feather.CHECK_SQUARE, null, EntryActions::selectAll),
                        selection("sameAddress", Feather.FILTER, keys(KeyCode.D, CTRL), EntryActions::filterAddress),
                        selection(
                                "otherAddresses",
                                Feather.EYE_OFF,
                                keys(KeyCode.D, CTRL, SHIFT),
                                EntryActions::excludeAddress),
                        selection("sameAuthor", Feather.USER, null, EntryActions::filterAuthor),
                        selection("around", Feather.CLOCK, null, EntryActions::around),
                        copy("copyText", RowCopier.Format.TEXT),
                        copy("copyCsv", RowCopier.Format.CSV),
                        copy("copyJson", RowCopier.Format.JSON)));
    }

    Command focusQuery() {
        return focusQuery;
    }

    Command goTo() {
        return goTo;
    }

    Command follow() {
        return follow;
    }

    CommandGroup group() {
        return group;
    }

    private Command copy(String key, RowCopier.Format format) {
        return selection(key, Feather.COPY, null, actions -> actions.copy(format));
    }

    private Command selection(String key, Feather icon, @Nullable KeyCombination keys, Consumer<EntryActions> action) {
        return command(key, icon, keys, page -> action.accept(page.selection()));
    }

    /// What concerns entries brings them to the screen first.
    private Command command(String key, Feather icon, @Nullable KeyCombination keys, Consumer<EntriesPage> action) {
        return new Command(
                key,
                icon,
                keys,
                front.action(view -> {
                    view.showEntries();
                    action.accept(view.entries());
                }),
                present);
    }
}
