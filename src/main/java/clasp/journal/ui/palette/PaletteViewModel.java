package clasp.journal.ui.palette;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Finds a command by words of its name or for it, or by some letters of its name. Those that cannot be done now come
/// last. Confined to the FX thread.
public final class PaletteViewModel {
    /// What is found in a better place comes before all that is found in a lesser one.
    private static final int PLACE = 1_000;

    /// A command on the list.
    ///
    /// @param group where it belongs
    record Found(Command command, CommandGroup group) {}

    private record Ranked(Found found, int score) {}

    private final List<Found> all;
    private final Runnable close;
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();

    /// @param close takes the palette away; called before a command is performed
    public PaletteViewModel(List<CommandGroup> groups, Runnable close) {
        this.close = close;
        all = groups.stream()
                .flatMap(group -> group.commands().stream().map(command -> new Found(command, group)))
                .toList();
        search("");
    }

    /// The commands that answer what was typed, best first.
    ObservableList<Found> found() {
        return found;
    }

    /// The place of the one that Enter performs; -1 when there is none.
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    void search(String typed) {
        found.setAll(all.stream()
                .flatMap(each -> score(typed, each).stream().mapToObj(score -> new Ranked(each, score)))
                .sorted(Comparator.comparing((Ranked ranked) ->
                                !ranked.found().command().enabled().get())
                        .thenComparing(Ranked::score, Comparator.reverseOrder()))
                .map(Ranked::found)
                .toList());
        chosen.set(found.isEmpty() ? -1 : 0);
    }

    /// Chooses the one so many lines below, around the ends.
    void move(int lines) {
        if (!found.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + lines, found.size()));
        }
    }

    /// Performs the chosen command, if it can be done now.
    void perform() {
        if (chosen.get() >= 0) {
            perform(found.get(chosen.get()));
        }
    }

    void perform(Found which) {
        if (which.command().enabled().get()) {
            close.run();
            which.command().perform();
        }
    }

    /// Words of its name come first, then words for it, then its letters, then words of what it does.
    private static OptionalInt score(String typed, Found each) {
        Command command = each.command();
        OptionalInt letters = CommandMatch.score(typed, command.label());
        if (CommandMatch.hasWords(typed, command.label())) {
            return OptionalInt.of(3 * PLACE + letters.orElse(0));
        }
        if (CommandMatch.hasWords(typed, command.label() + " " + command.words())) {
            return OptionalInt.of(2 * PLACE);
        }
        if (letters.isPresent()) {
            return OptionalInt.of(PLACE + letters.getAsInt());
        }
        String rest = each.group().title() + " " + command.label() + " " + command.words() + " " + command.tip();
        return CommandMatch.hasWords(typed, rest) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
