package clasp.journal.ui.main;

import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.recovery.RecoveryMoves;
import clasp.journal.ui.recovery.RecoveryPlace;
import clasp.journal.ui.recovery.RecoveryView;
import clasp.journal.ui.recovery.RecoveryViewModel;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The entries with the recovery view below them, when it is wanted: it is made when it is first shown. Confined to the
/// FX thread.
final class RecoveryDock extends SplitPane {
    private static final double LEAST_TABLE = 40;
    private static final double LEAST_DOCK = 60;
    /// So much of the table is seen when the view is opened.
    private static final double FIRST_TABLE = 110;
    private static final double USUAL_DOCK = 320;

    private final Browsing browsing;
    private final Region entries;
    private final WindowServices services;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private @Nullable RecoveryViewModel model;
    private @Nullable RecoveryView view;
    /// Where the user was when the journal was open last; null from when the view is made.
    private @Nullable RecoveryPlace before;
    private Runnable moved = () -> {};
    /// Where the user left the divider; negative until then.
    private double divider = -1;

    RecoveryDock(Browsing browsing, Region entries, WindowServices services) {
        this.browsing = browsing;
        this.entries = entries;
        this.services = services;
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("recovery-dock");
        setMinHeight(0);
        entries.setMinHeight(LEAST_TABLE);
        getItems().add(entries);
        shown.subscribe((before, now) -> arrange());
        // Before lists, which take this key for themselves.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model != null && new RecoveryMoves(model).giveUp()) {
                event.consume();
            }
        });
        browsing.state().subscribe((before, now) -> {
            if (before.generation() != now.generation()) {
                beginAnew();
            }
        });
        browsing.onExplain((address, seq) -> {
            shown.set(true);
            makeNow();
            model().explain(address, seq);
        });
    }

    BooleanProperty shown() {
        return shown;
    }

    /// What moves the cursor of the recovery view.
    RecoveryMoves moves() {
        makeNow();
        return new RecoveryMoves(model());
    }

    /// Where the user is in the view, or was; null for nowhere yet.
    @Nullable
    RecoveryPlace place() {
        return model == null ? before : model.place();
    }

    /// Goes back to where the user was, as soon as the view is there.
    void resume(RecoveryPlace place) {
        before = place;
        if (model != null) {
            model.resume(place);
        }
    }

    /// Calls it whenever what [#place()] tells may have changed.
    void onMoved(Runnable listener) {
        moved = listener;
    }

    void close() {
        if (model != null) {
            model.close();
        }
    }

    /// The journal is of another session now: what was found out is about entries that are not in it.
    private void beginAnew() {
        close();
        model = null;
        before = null;
        view = null;
        browsing.cursor().set(null);
        browsing.marks().set(List.of());
        getItems().setAll(entries);
        arrange();
    }

    private void arrange() {
        if (!shown.get()) {
            if (getItems().size() > 1) {
                divider = getDividerPositions()[0];
                getItems().setAll(entries);
            }
            return;
        }
        if (getItems().size() > 1) {
            return;
        }
        if (view == null) {
            // To make it takes a moment: its place is seen at once.
            var opening = new OpeningDock();
            opening.setMinHeight(LEAST_DOCK);
            putBelow(opening);
            var unused = OnceDrawn.perform(opening, () -> true, services.later(), () -> fill(opening));
        } else {
            putBelow(view);
        }
    }

    private void putBelow(Region below) {
        getItems().add(below);
        setDividerPositions(divider < 0 ? firstDivider() : divider);
        // Before that, the parts of the view are in no scene and cannot have the keyboard.
        applyCss();
        layout();
        below.requestFocus();
    }

    /// What is asked of the cursor is asked of a view that is there.
    private void makeNow() {
        List.copyOf(getItems()).stream()
                .filter(OpeningDock.class::isInstance)
                .map(OpeningDock.class::cast)
                .forEach(this::fill);
    }

    private void fill(OpeningDock opening) {
        int at = getItems().indexOf(opening);
        if (at < 0) {
            return;
        }
        boolean keyboard = opening.isFocused();
        double position = getDividerPositions()[0];
        RecoveryView made = view();
        getItems().set(at, made);
        setDividerPositions(position);
        applyCss();
        layout();
        if (keyboard) {
            made.requestFocus();
        }
    }

    /// Somewhat more than half for the view, and in a low window what it needs to show some rows.
    private double firstDivider() {
        double height = getHeight() <= 0 ? 600 : getHeight();
        double below = Math.max(USUAL_DOCK, height * 0.52);
        double table = Math.max(Math.min(FIRST_TABLE, height / 3), height - below);
        return table / height;
    }

    private RecoveryViewModel model() {
        if (model == null) {
            model = new RecoveryViewModel(
                    browsing,
                    services.tasks(),
                    services.later(),
                    file -> services.files().apply(file).job());
            if (before != null) {
                model.resume(before);
            }
            model.onMoved(() -> moved.run());
        }
        return model;
    }

    private RecoveryView view() {
        if (view == null) {
            view = new RecoveryView(model(), services.dialogs());
            view.setMinHeight(LEAST_DOCK);
        }
        return view;
    }
}
