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

/// Finds a command by some letters of its name. Those that cannot be done now come last. Confined to the FX thread.
public final class PaletteViewModel {
    /// A name worth less than this beside the label: what a command does is searched, too, but counts less.
    private static final int LABEL_FIRST = 1_000;

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

    private static OptionalInt score(String typed, Found each) {
        String label = each.command().label();
        OptionalInt byLabel = CommandMatch.score(typed, label);
        if (byLabel.isPresent()) {
            return OptionalInt.of(LABEL_FIRST + byLabel.getAsInt());
        }
        return CommandMatch.score(
                typed, each.group().title() + " " + label + " " + each.command().tip());
    }
}
