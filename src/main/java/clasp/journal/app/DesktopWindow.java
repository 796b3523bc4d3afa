package clasp.journal.app;

import clasp.journal.settings.Settings;
import clasp.journal.store.JournalOpener;
import clasp.journal.ui.fx.Ending;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.ScaledPane;
import clasp.journal.ui.fx.SystemFileDialogs;
import clasp.journal.ui.fx.UsedFolder;
import clasp.journal.ui.main.Common;
import clasp.journal.ui.main.MainWindow;
import clasp.journal.ui.main.WindowPlace;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// A window on the screen, with all that stands behind it. Made and used on the FX thread; closed from another one.
final class DesktopWindow implements Quit.Asked, AutoCloseable {
    private final Stage stage = new Stage();
    private final Notices notices;
    private final Wiring wiring;
    private final Settings settings;
    /// Where it stood last while it was not maximized.
    private WindowPlace normal;

    /// Not yet on the screen.
    ///
    /// @param journals opens files
    /// @param notices shown on top of it
    /// @param wanted where it is to stand; elsewhere when no screen is there any more
    DesktopWindow(JournalOpener journals, Common common, Notices notices, WindowPlace wanted) {
        this.notices = notices;
        settings = common.settings();
        normal = wanted.within(screen(wanted).getVisualBounds());
        wiring = new Wiring(
                journals,
                common,
                KeyringTool.of(System.getProperty("os.name")),
                notices,
                new DemoSource(InstantSource.system(), true),
                new SystemFileDialogs(() -> stage, new UsedFolder(settings)),
                normal.width(),
                normal.height());
        stage.setScene(content().scene());
        stage.titleProperty().bind(content().title());
        stage.getIcons().setAll(Icons.all());
        stage.setMinWidth(ScaledPane.LEAST_WIDTH);
        stage.setMinHeight(ScaledPane.LEAST_HEIGHT);
        if (normal.x() != null && normal.y() != null) {
            stage.setX(normal.x());
            stage.setY(normal.y());
        }
        stage.setMaximized(normal.maximized());
        stage.setOnCloseRequest(event -> {
            List<Ending> endings = beforeClosing();
            if (!endings.isEmpty()) {
                event.consume();
                content().askAll(endings, stage::hide);
            }
        });
    }

    private static Screen screen(WindowPlace wanted) {
        return wanted.x() == null || wanted.y() == null
                ? Screen.getPrimary()
                : Screen.getScreensForRectangle(wanted.x(), wanted.y(), wanted.width(), wanted.height()).stream()
                        .findFirst()
                        .orElseGet(Screen::getPrimary);
    }

    /// Brings it to the screen.
    void show() {
        stage.show();
        content().stands(this::place);
        Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(bound -> bound.subscribe(content()::moved));
        stage.maximizedProperty().subscribe(content()::moved);
    }

    MainWindow content() {
        return wiring.window();
    }

    Notices notices() {
        return notices;
    }

    Stage stage() {
        return stage;
    }

    /// Before other windows, with the keyboard.
    void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public List<Ending> beforeClosing() {
        return content().beforeClosing();
    }

    @Override
    public void askAll(List<Ending> endings, Runnable agreed) {
        content().askAll(endings, agreed);
        toFront();
    }

    /// Where it stands. A maximized one keeps the place and the size that it had before.
    WindowPlace place() {
        boolean large = stage.isMaximized() || stage.isIconified();
        normal = large
                ? new WindowPlace(normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized())
                : new WindowPlace(
                        stage.getX(),
                        stage.getY(),
                        stage.getScene().getWidth(),
                        stage.getScene().getHeight(),
                        false);
        return normal;
    }

    /// Ends what stands behind it.
    @Override
    public void close() {
        Toolkit.run(() -> place().remember(settings));
        wiring.close();
        Toolkit.run(stage::hide);
    }
}
