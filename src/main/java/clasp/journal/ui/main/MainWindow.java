package clasp.journal.ui.main;

import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Ending;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.LostKeyboard;
import clasp.journal.ui.fx.MenuKey;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.NoticeBar;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.OneMenu;
import clasp.journal.ui.fx.ScaledPane;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.WelcomeView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The window's content: commands on top, a tab for each journal below, a page that welcomes while there is none.
/// Confined to the FX thread.
public final class MainWindow {
    private static final List<FileDialogs.Kind> KINDS = List.of(
            new FileDialogs.Kind(Texts.text("main.kind.journal"), List.of("*.db", "*.sqlite", "*.sqlite3", "*.clasp")),
            new FileDialogs.Kind(Texts.text("main.kind.any"), List.of("*", "*.*")));

    private final WindowServices services;
    private final Common common;
    private final JournalTabs tabs = new JournalTabs(this::tab);
    private final Overlay overlay = new Overlay();
    private final DialogFirst dialogFirst;
    private final WindowDialogs dialogs;
    private final FrontJournal front = new FrontJournal();
    private final BookmarkCommands bookmarking = new BookmarkCommands(front);
    private final PaneLayout panes;
    private final CommandBar bar;
    private final WelcomeView welcome;
    private final BorderPane content = new BorderPane();
    private final Scene scene;
    private final Appearance appearance;
    private final SessionKeeper.Joined session;
    private final Deed openLost = new Deed();
    private Supplier<@Nullable WindowPlace> place = () -> null;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(Texts.text("main.title"));

    public MainWindow(WindowServices services, double width, double height) {
        this.services = services;
        common = services.common();
        dialogFirst = new DialogFirst(overlay, services.later());
        this.panes = new PaneLayout(services.settings());
        var root = new StackPane(content, new DropSign(content, files -> files.forEach(this::open)), overlay);
        root.getStyleClass().add("main-window");
        Stylesheets.add(root, "main");
        var scaled = new ScaledPane(root);
        scene = new Scene(scaled, width, height);
        appearance = new Appearance(
                scene, scaled.scale(), common.looks(), Platform.getPreferences().colorSchemeProperty());
        dialogs = new WindowDialogs(services, overlay, tabs::open, tabs::connect, this::open);
        var commands = new WindowCommands(
                JournalCommands.of(this, tabs, dialogs, front),
                new EntryCommands(front),
                bookmarking,
                new RecoveryCommands(front),
                ViewCommands.of(this, dialogs, front, panes));
        dialogs.know(commands.groups());
        JournalCommands journals = commands.journals();
        welcome = new WelcomeView(
                List.of(journals.open(), journals.connect(), journals.record(), journals.host(), journals.demo()),
                common.recent(),
                this::open);
        welcome.visibleProperty().bind(Bindings.isEmpty(tabs.pane().getTabs()));
        tabs.pane().visibleProperty().bind(welcome.visibleProperty().not());
        bar = new CommandBar(commands, front, panes, common.recent(), this::open);
        content.setTop(new VBox(bar, new NoticeBar(services.notices())));
        var middle = new StackPane(tabs.pane(), welcome);
        // In a low window this gives way, not what is above it.
        List.of(content, middle, tabs.pane(), welcome).forEach(part -> part.setMinSize(0, 0));
        content.setCenter(middle);
        panes.onStep((before, now) ->
                front.get().ifPresent(view -> view.history().step(panes.arrangement(), before, now)));
        new WindowKeys(scene, overlay, commands);
        MenuKey.watch(scene);
        LostKeyboard.watch(scene, this::inherit);
        OneMenu.watch(scene);
        session = common.session().join(() -> tabs.present().at(place.get()));
        tabs.pane().getTabs().subscribe(common.session()::changed);
        tabs.pane().getSelectionModel().selectedItemProperty().subscribe(this::frontChanged);
    }

    public Scene scene() {
        return scene;
    }

    /// Shows that the program itself has failed, with a report on it, unless another dialog is there.
    public void showFailure(String sentence, String report) {
        if (!overlay.isOpen()) {
            dialogs.failure(sentence, report);
        }
    }

    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// Opens the file in a tab; a file that is open already comes to the front. Behind a dialog, the tab to which that
    /// belongs stays in front until it is closed.
    public void open(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        Predicate<Opening> same = opening -> JournalTabs.isOf(opening, wanted);
        if (!tabs.holds(same)) {
            tabs.openBehind(services.files().apply(wanted));
        }
        dialogFirst.whenFree(() -> tabs.show(same));
    }

    /// Opens the demo in a tab, or brings it to the front.
    public void openDemo() {
        if (!tabs.show(services.demo()::equals)) {
            tabs.open(services.demo());
        }
    }

    /// Opens a tab behind the others for a journal that the user did not ask for.
    public void openBehind(String name, JournalReader journal) {
        tabs.openBehind(new Opening(name, null, (progress, cancellation) -> journal));
    }

    /// Opens a window without journals.
    void another() {
        common.another().accept(OpenTabs.NONE);
    }

    /// Closes this window as its button does: when the user agrees.
    void askToClose() {
        Window shown = scene.getWindow();
        shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /// Ends the program with all its windows, when the user agrees.
    void quit() {
        common.quit().run();
    }

    /// Tells where the window stands, to be remembered.
    public void stands(Supplier<@Nullable WindowPlace> now) {
        place = now;
    }

    /// It has the keyboard now.
    public void inFront() {
        session.inFront();
    }

    /// It stands elsewhere now, or is of another size.
    public void moved() {
        common.session().changed();
    }

    /// Opens again what was open when the program ended last, in this window and in others as it was; when it did not
    /// end as it should, only offers to.
    ///
    /// @return whether there was anything
    public boolean resume() {
        offerLost();
        Session before = common.session().before();
        if (before.ended()) {
            resume(before);
        }
        return !before.windows().isEmpty();
    }

    private void resume(Session before) {
        before.windows().stream().limit(1).forEach(this::resume);
        // Each comes before the one that was opened before it.
        before.windows().stream().skip(1).toList().reversed().forEach(common.another());
    }

    /// Opens in this window what was open in one.
    public void resume(OpenTabs before) {
        var relays =
                new ResumedRelays(services, dialogs, choice -> tabs.again(opening -> choice.equals(opening.relay())));
        tabs.resume(before, services.files(), relays::opening);
    }

    /// Offers to open what was open when the program did not end as it should.
    public void offerLost() {
        Session before = common.session().before();
        if (!before.ended() && before.size() > 0) {
            var again = new Notice.Remedy(Texts.text("main.session.open"), () -> resume(before), true);
            Notices notices = services.notices();
            Notice offer = Notice.warning(Texts.text("main.session.broken", before.size(), before.names()))
                    .with(again);
            notices.show(offer);
            openLost.become(
                    () -> {
                        notices.dismiss(offer);
                        resume(before);
                    },
                    Bindings.createBooleanBinding(() -> notices.all().contains(offer), notices.all()));
        }
    }

    /// Opens what was open when the program did not end as it should; possible while that is offered.
    Deed openLost() {
        return openLost;
    }

    /// The journal in front; empty while there is none, or it is not open yet.
    public Optional<JournalReader> journal() {
        return front.get().map(view -> view.browsing().journal());
    }

    /// Whether rows of the journal in front are on screen.
    public boolean rowsShown() {
        return front.get()
                .filter(view -> view.entries().table().place() != null)
                .isPresent();
    }

    /// Shows and selects this entry of the journal in front.
    public void reveal(long seq) {
        front.get().ifPresent(view -> view.browsing().reveal(seq));
    }

    /// Chooses the looks for this run only.
    public void show(boolean dark) {
        appearance.show(dark);
    }

    /// Closes every tab, and with it what is open.
    public void close() {
        session.leave();
        tabs.close();
        appearance.close();
        bar.close();
        welcome.close();
    }

    Appearance appearance() {
        return appearance;
    }

    Looks looks() {
        return common.looks();
    }

    /// @return whether anything was chosen
    boolean chooseAndOpen() {
        List<Path> chosen = services.dialogs().chooseOpen(Texts.text("main.open.title"), lastFolder(), KINDS);
        chosen.forEach(this::open);
        return !chosen.isEmpty();
    }

    /// Where the journal in front lies, or else the one that was opened last.
    private @Nullable Path lastFolder() {
        return front.get()
                .flatMap(view -> view.browsing().info().get().path())
                .or(() -> common.recent().all().stream().findFirst())
                .map(Path::getParent)
                .orElse(null);
    }

    /// Asks for another token for the relay at this URL.
    ///
    /// @param use takes it; throws IllegalArgumentException with a sentence when it cannot be one
    public void askToken(String url, Consumer<String> use) {
        dialogs.askToken(url, use);
    }

    /// What is to be asked before the window goes: what still runs in it; empty when it may go at once.
    public List<Ending> beforeClosing() {
        return tabs.beforeClosing();
    }

    /// Asks for one after the other; `agreed` runs when all were answered with yes.
    public void askAll(List<Ending> endings, Runnable agreed) {
        dialogs.askAll(endings.stream().map(Ending::question).toList(), agreed);
    }

    private JournalTab tab(Opening opening, @Nullable ViewState before) {
        return new JournalTab(
                opening,
                before,
                services,
                this::view,
                file -> {
                    file.ifPresent(before == null ? common.recent()::opened : common.recent()::resumed);
                    frontChanged(tabs.pane().getSelectionModel().getSelectedItem());
                },
                dialogs::ask,
                dialogs::askToken,
                this::chooseAndOpen,
                dialogs::restore);
    }

    private JournalView view(Browsing browsing, Reopening reopening) {
        var view = new JournalView(browsing, panes, overlay, common.bookmarks(), common.colours(), services, reopening);
        view.dialogs().openFilesBy(this::open);
        view.onMoved(common.session()::changed);
        view.entries().offerOnRows(bookmarking.ofRow());
        return view;
    }

    /// The journal in front has the keyboard when what had it is gone, unless there is a dialog.
    private void inherit(Node lost) {
        if (!overlay.isOpen()) {
            tabs.inherit(lost);
        }
    }

    private void frontChanged(@Nullable Tab tab) {
        titleFrom(tab);
        common.session().changed();
        if (tab instanceof JournalTab journal) {
            front.set(journal.view().orElse(null), journal.refused(), journal.left(), journal.restore());
        } else {
            front.set(null, null, null, null);
        }
    }

    private void titleFrom(@Nullable Tab tab) {
        String product = Texts.text("main.title");
        title.set(tab == null ? product : tab.getText() + " – " + product);
    }
}
