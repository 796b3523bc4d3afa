package clasp.journal.ui.main;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.NoticeBar;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.RecentFiles;
import clasp.journal.ui.sources.WelcomeView;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content: commands on top, a tab for each journal below, a page that welcomes while there is none.
/// Confined to the FX thread.
public final class MainWindow {
    private static final List<FileDialogs.Kind> KINDS = List.of(
            new FileDialogs.Kind(Texts.text("main.kind.journal"), List.of("*.db", "*.sqlite", "*.sqlite3", "*.clasp")),
            new FileDialogs.Kind(Texts.text("main.kind.any"), List.of("*", "*.*")));

    private final WindowServices services;
    private final RecentFiles recent;
    private final TabPane tabs = new TabPane();
    private final BorderPane root = new BorderPane();
    private final Scene scene;
    private final Appearance appearance;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(Texts.text("main.title"));

    public MainWindow(WindowServices services, double width, double height) {
        this.services = services;
        this.recent = new RecentFiles(services.settings());
        root.getStyleClass().add("main-window");
        Stylesheets.add(root, "main");
        scene = new Scene(root, width, height);
        appearance = new Appearance(scene, services.settings());
        var commands = new WindowCommands(this);
        var welcome = new WelcomeView(List.of(commands.open(), commands.demo()), recent, this::open);
        welcome.visibleProperty().bind(Bindings.isEmpty(tabs.getTabs()));
        tabs.visibleProperty().bind(welcome.visibleProperty().not());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        root.setTop(new VBox(new CommandBar(commands, recent, this::open), new NoticeBar(services.notices())));
        root.setCenter(new StackPane(tabs, welcome));
        commands.all().forEach(this::bindShortcut);
        tabs.getSelectionModel().selectedItemProperty().addListener((property, old, tab) -> titleFrom(tab));
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
    }

    public Scene scene() {
        return scene;
    }

    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// Opens the file in a tab; a file that is open already comes to the front.
    public void open(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        for (Tab tab : tabs.getTabs()) {
            if (tab instanceof JournalTab journal
                    && journal.opening().path().filter(wanted::equals).isPresent()) {
                tabs.getSelectionModel().select(tab);
                return;
            }
        }
        open(services.files().apply(wanted));
    }

    /// Opens the demo in a tab.
    public void openDemo() {
        open(services.demo());
    }

    /// Chooses the looks for this run only.
    public void show(boolean dark) {
        appearance.show(dark);
    }

    /// Closes every tab, and with it what is open.
    public void close() {
        tabs.getTabs().forEach(tab -> {
            if (tab instanceof JournalTab journal) {
                journal.close();
            }
        });
        tabs.getTabs().clear();
    }

    TabPane tabs() {
        return tabs;
    }

    Appearance appearance() {
        return appearance;
    }

    /// The journal in front; empty when there is none, or it is not open yet.
    Optional<JournalView> current() {
        return tabs.getSelectionModel().getSelectedItem() instanceof JournalTab tab ? tab.view() : Optional.empty();
    }

    void chooseAndOpen() {
        services.dialogs().chooseOpen(Texts.text("main.open.title"), KINDS).forEach(this::open);
    }

    void closeCurrent() {
        if (tabs.getSelectionModel().getSelectedItem() instanceof JournalTab tab) {
            tab.close();
            tabs.getTabs().remove(tab);
        }
    }

    private void open(Opening opening) {
        var tab = new JournalTab(opening, services, () -> opening.path().ifPresent(recent::opened));
        tab.textProperty()
                .addListener(observable -> titleFrom(tabs.getSelectionModel().getSelectedItem()));
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
    }

    private void titleFrom(Tab tab) {
        String product = Texts.text("main.title");
        title.set(tab == null ? product : tab.getText() + " – " + product);
    }

    private void bindShortcut(Command command) {
        if (command.shortcut() != null) {
            scene.getAccelerators().put(command.shortcut(), command::perform);
        }
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        files.forEach(file -> open(file.toPath()));
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
