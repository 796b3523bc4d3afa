package clasp.journal.ui.query;

import clasp.journal.query.QueryProblem;
import clasp.journal.ui.fx.Texts;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// At the end of the field: whether the text is a filter, or that its query runs and can be cancelled, and a way to
/// clear it. The keys for both work in the field itself. Confined to the FX thread.
final class QueryFieldState extends HBox {
    private final QueryBarViewModel model;
    private final FontIcon mark = new FontIcon(Feather.CHECK);
    private final Label verdict = new Label("", mark);
    private final FontIcon spokes = new FontIcon(Feather.LOADER);
    private final Label progress = new Label("", spokes);
    private final RotateTransition turning = new RotateTransition(Duration.seconds(1.2), spokes);
    private final Button stop = button("cancelQuery", Feather.X_OCTAGON, Texts.text("query.cancel"));
    private final Button clear = button("clearQuery", Feather.X, Texts.text("query.clear"));
    private final Tooltip tip = new Tooltip();

    QueryFieldState(QueryBarViewModel model) {
        this.model = model;
        getStyleClass().add("field-state");
        verdict.getStyleClass().add("verdict");
        verdict.setTooltip(tip);
        progress.setId("queryRunning");
        progress.getStyleClass().add("progress");
        turning.setByAngle(360);
        turning.setCycleCount(Animation.INDEFINITE);
        turning.setInterpolator(Interpolator.LINEAR);
        progress.setAccessibleText(Texts.text("query.field.running"));
        stop.setOnAction(event -> model.browsing().cancelRunning());
        clear.setOnAction(event -> model.clear());
        getChildren().setAll(verdict, progress, stop, clear);
        getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        model.text().subscribe(text -> update());
        model.verdict().subscribe(now -> update());
        model.running().subscribe(this::turn);
        model.running().subscribe(now -> update());
    }

    private void update() {
        boolean running = model.running().get();
        boolean typed = !model.text().get().isEmpty();
        show(progress, running);
        show(stop, running);
        show(verdict, !running && typed);
        show(clear, typed);
        switch (model.verdict().get()) {
            case Verdict.Sound _ -> say(Feather.CHECK, Texts.text("query.field.sound"));
            case Verdict.Odd(var _, QueryProblem problem) ->
                say(Feather.ALERT_TRIANGLE, Texts.text("query.field.odd", problem.message()));
            case Verdict.Wrong(QueryProblem problem) ->
                say(Feather.ALERT_CIRCLE, Texts.text("query.field.wrong", problem.message()));
        }
    }

    private void turn(boolean running) {
        if (running) {
            turning.play();
        } else {
            turning.stop();
        }
    }

    private void say(Ikon icon, String sentence) {
        mark.setIconCode(icon);
        tip.setText(sentence);
        verdict.setAccessibleText(sentence);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
    }

    private static Button button(String id, Ikon icon, String tip) {
        var button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon", "in-field");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        return button;
    }
}
