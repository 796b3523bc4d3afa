package clasp.journal.ui.main;

import clasp.journal.ui.fx.Ending;
import clasp.journal.ui.sources.RelayChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/// The tabs of the open journals. Confined to the FX thread.
final class JournalTabs {
    private final TabPane pane = new TabPane();
    private final BiFunction<Opening, @Nullable ViewState, JournalTab> factory;

    /// @param factory makes a tab, given where the user was in its journal
    JournalTabs(BiFunction<Opening, @Nullable ViewState, JournalTab> factory) {
        this.factory = factory;
        pane.setId("journals");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
    }

    TabPane pane() {
        return pane;
    }

    /// Opens it in a tab in front of the others.
    void open(Opening opening) {
        pane.getSelectionModel().select(add(opening, null));
    }

    /// Goes to the tab of this relay, which shows this token from now on; opens it where there is none in which it is
    /// open.
    void connect(Opening relay, String token) {
        Optional<JournalTab> same = all().filter(
                        tab -> Objects.equals(relay.relay(), tab.opening().relay()))
                .findFirst();
        if (same.filter(tab -> tab.use(token)).isPresent()) {
            pane.getSelectionModel().select(same.get());
        } else {
            open(relay);
            same.ifPresent(JournalTab::giveWay);
        }
    }

    /// Opens it in a tab behind the others.
    void openBehind(Opening opening) {
        add(opening, null);
    }

    private JournalTab add(Opening opening, @Nullable ViewState state) {
        JournalTab tab = factory.apply(opening, state);
        pane.getTabs().add(tab);
        return tab;
    }

    /// Whether it is open.
    boolean holds(Predicate<Opening> which) {
        return all().anyMatch(tab -> which.test(tab.opening()));
    }

    /// Brings what is open to the front.
    /// @return whether there is such a tab
    boolean show(Predicate<Opening> which) {
        Optional<JournalTab> found =
                all().filter(tab -> which.test(tab.opening())).findFirst();
        found.ifPresent(pane.getSelectionModel()::select);
        return found.isPresent();
    }

    /// Brings the tab so many places to the right to the front, around the ends.
    void turn(int places) {
        int at = pane.getSelectionModel().getSelectedIndex() + places;
        pane.getSelectionModel()
                .select(Math.floorMod(at, Math.max(1, pane.getTabs().size())));
    }

    /// Gives the keyboard to the tab in front. The one in which it was until now knows where.
    void inherit(Node lost) {
        all().forEach(tab -> tab.lost(lost));
        if (pane.getSelectionModel().getSelectedItem() instanceof JournalTab tab) {
            tab.takeKeyboard();
        }
    }

    /// Closes the tab in front, when the user agrees.
    void closeCurrent() {
        if (pane.getSelectionModel().getSelectedItem() instanceof JournalTab tab) {
            tab.askAndClose();
        }
    }

    /// What the user is asked before all are closed.
    List<Ending> beforeClosing() {
        return all().flatMap(tab -> tab.beforeClosing().stream()).toList();
    }

    /// Closes every tab, and with it what is open.
    void close() {
        all().forEach(JournalTab::close);
        pane.getTabs().clear();
    }

    /// The files and relays that are open, and where the user is in them.
    OpenTabs present() {
        List<OpenTabs.Open> open = new ArrayList<>();
        int front = 0;
        for (JournalTab tab : all().toList()) {
            Optional<Path> file = tab.file();
            RelayChoice relay = tab.opening().relay();
            if (file.isPresent() || relay != null) {
                front = tab.isSelected() ? open.size() : front;
                open.add(new OpenTabs.Open(
                        file.map(Path::toString).orElse(null),
                        tab.state(),
                        relay == null ? null : OpenTabs.OpenRelay.of(relay)));
            }
        }
        return new OpenTabs(open, front, null);
    }

    /// Opens the files and relays again, each where the user was in it.
    ///
    /// @param files how a file is opened
    /// @param relays how a relay is connected to
    void resume(OpenTabs before, Function<Path, Opening> files, Function<RelayChoice, Opening> relays) {
        for (int at = 0; at < before.journals().size(); at++) {
            OpenTabs.Open journal = before.journals().get(at);
            OpenTabs.OpenRelay relay = journal.relay();
            String file = journal.file();
            Predicate<Opening> same;
            Supplier<Opening> opening;
            if (relay != null) {
                RelayChoice choice = relay.choice();
                same = open -> choice.equals(open.relay());
                opening = () -> relays.apply(choice);
            } else if (file != null) {
                Path path = Path.of(file);
                same = open -> isOf(open, path);
                opening = () -> files.apply(path);
            } else {
                continue;
            }
            if (all().noneMatch(tab -> same.test(tab.opening()))) {
                add(opening.get(), journal.state());
            }
            if (at == before.front()) {
                show(same);
            }
        }
    }

    /// Tries once more to open what could not be opened.
    void again(Predicate<Opening> which) {
        all().filter(tab -> which.test(tab.opening())).forEach(JournalTab::again);
    }

    static boolean isOf(Opening opening, Path file) {
        return opening.path().filter(file::equals).isPresent();
    }

    private Stream<JournalTab> all() {
        return pane.getTabs().stream()
                .filter((Tab tab) -> tab instanceof JournalTab)
                .map(JournalTab.class::cast);
    }
}
