package clasp.journal.ui.query;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxWindow;
import clasp.journal.testing.ListJournal;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Screenshots;
import clasp.journal.ui.fx.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;

/// A query bar in a window, over a small journal, with what tests do to it.
abstract class QueryBarScreen {
    static final long T = 1_708_500_000_000_000L;

    final FxWindow window = new FxWindow();
    private final Settings settings = Settings.inMemory();
    private final ListJournal journal = new ListJournal(List.of());
    Browsing browsing;
    QueryBarViewModel model;
    QueryBarView bar;

    @AfterEach
    void close() {
        window.run(() -> model.close());
        window.close();
    }

    void open(double width) {
        for (int scene = 0; scene < 3; scene++) {
            for (String field : List.of("opacity", "hue", "speed")) {
                journal.add(Entries.set("/lumen/scene/" + scene + "/layer/0/" + field, "0.5"));
            }
        }
        journal.add(new Entry(0, T + 34_512, "13a1f6c2", "/midi/note", "event", "64", null, MsgType.PUBLISH));
        browsing = window.browsing(journal);
        window.show(
                () -> {
                    model = new QueryBarViewModel(browsing, window.tasks(), Later.onFxThread(), settings);
                    bar = new QueryBarView(model);
                    var page = new BorderPane();
                    page.setTop(bar);
                    return page;
                },
                width,
                460);
        window.run(() -> bar.focusQuery());
        window.nextFrame();
    }

    TextField field() {
        return find("#query");
    }

    <T extends Node> T find(String selector) {
        return window.robot().lookup(selector).query();
    }

    boolean shown(String selector) {
        return window.robot()
                .lookup(selector)
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent();
    }

    void press(KeyCode... keys) {
        window.press(keys);
    }

    void type(String text) {
        window.run(() -> bar.focusQuery());
        window.robot().write(text, 0);
        window.nextFrame();
    }

    void click(String selector) {
        window.robot().clickOn(selector);
        window.nextFrame();
    }

    String inForce() {
        return window.get(() -> browsing.query().get().text());
    }

    void set(String text) {
        window.run(() -> browsing.query().set(Query.parse(text)));
        window.nextFrame();
    }

    boolean tinted(String tint) {
        return window.get(() -> field().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals(tint)));
    }

    /// Pictures of the window with what has popped up over it, light and dark.
    void captures(String name) {
        for (boolean dark : new boolean[] {false, true}) {
            window.run(() -> Theme.apply(bar.getScene(), dark));
            window.nextFrame();
            Image picture = window.get(this::picture);
            Screenshots.write(picture, Path.of("target/screenshots", name + (dark ? "-dark.png" : "-light.png")));
        }
        window.run(() -> Theme.apply(bar.getScene(), false));
        window.nextFrame();
    }

    /// Put together from each window's own: on this platform's screen a window may be drawn over its popups.
    private Image picture() {
        Scene scene = bar.getScene();
        var canvas = new Canvas(scene.getWidth(), scene.getHeight());
        canvas.getGraphicsContext2D().drawImage(Screenshots.of(scene), 0, 0);
        var clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        Window owner = scene.getWindow();
        for (Window popup : Window.getWindows()) {
            if (popup instanceof PopupWindow) {
                Image image = popup.getScene().getRoot().snapshot(clear, null);
                canvas.getGraphicsContext2D()
                        .drawImage(image, popup.getX() - owner.getX(), popup.getY() - owner.getY());
            }
        }
        return canvas.snapshot(null, null);
    }
}
