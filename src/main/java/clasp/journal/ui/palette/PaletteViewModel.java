package clasp.journal.ui.palette;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import clasp.journal.ui.fx.Offer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Finds a command by words of its name or for it, or by some letters of its name, and what a menu offers by words.
/// Those that cannot be done now come last. Confined to the FX thread.
public final class PaletteViewModel {
    /// What is found in a better place comes before all that is found in a lesser one.
    private static final int PLACE = 1_000;

    /// A line of the list.
    ///
    /// @param does what it does, or which menu has it
    /// @param keys its shortcut; empty for none
    /// @param words other words for it
    /// @param more what is searched besides, such as the group of a command
    /// @param named whether it is found by its label before others are by what they do
    record Found(
            String label,
            String does,
            String keys,
            Ikon icon,
            String words,
            String more,
            boolean named,
            ObservableBooleanValue enabled,
            Runnable action) {
        static Found of(Command command, CommandGroup group) {
            return new Found(
                    command.label(),
                    command.does(),
                    command.keys(),
                    command.icon(),
                    command.words(),
                    group.title() + " " + command.keys(),
                    true,
                    command.enabled(),
                    command::perform);
        }

        static Found of(Offer offer) {
            return new Found(
                    offer.label(), offer.menu(), "", Feather.MORE_HORIZONTAL, "", "", false, ALWAYS, offer.action());
        }
    }

    private record Ranked(Found found, int score) {}

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final List<Found> all;
    private final Runnable close;
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();

    /// @param here what menus offer besides: a command of the same name stands for it
    /// @param close takes the palette away; called before a command is performed
    public PaletteViewModel(List<CommandGroup> groups, List<Offer> here, Runnable close) {
        this.close = close;
        Map<String, Found> byLabel = new LinkedHashMap<>();
        groups.forEach(group ->
                group.commands().forEach(command -> byLabel.put(command.label(), Found.of(command, group))));
        here.forEach(offer -> byLabel.putIfAbsent(offer.label(), Found.of(offer)));
        all = List.copyOf(byLabel.values());
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
                .sorted(Comparator.comparing(
                                (Ranked ranked) -> !ranked.found().enabled().get())
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
        if (which.enabled().get()) {
            close.run();
            which.action().run();
        }
    }

    /// Words of its name come first, then words for it, then its letters, then words of what it does.
    private static OptionalInt score(String typed, Found each) {
        if (each.named()) {
            OptionalInt letters = CommandMatch.score(typed, each.label());
            if (CommandMatch.hasWords(typed, each.label())) {
                return OptionalInt.of(3 * PLACE + letters.orElse(0));
            }
            if (CommandMatch.hasWords(typed, each.label() + " " + each.words())) {
                return OptionalInt.of(2 * PLACE);
            }
            if (letters.isPresent()) {
                return OptionalInt.of(PLACE + letters.getAsInt());
            }
        }
        String all = String.join(" ", each.more(), each.label(), each.words(), each.does());
        return CommandMatch.hasWords(typed, all) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
