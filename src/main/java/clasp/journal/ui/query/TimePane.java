package clasp.journal.ui.query;

import clasp.journal.ui.fx.DropPane;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Writes or chooses the time range. Confined to the FX thread.
final class TimePane extends DropPane {
    private static final double WIDTH = 400;

    private final QueryBarViewModel model;
    private final TimeRangeModel time;
    private final TimeBoundField from;
    private final TimeBoundField to;
    private final Label unit = new Label();
    private final Label inText = new Label(Texts.text("query.time.inText"));
    private final Map<TimePreset, Button> presets = new EnumMap<>(TimePreset.class);

    TimePane(QueryBarViewModel model) {
        this.model = model;
        time = model.time();
        setPrefWidth(WIDTH);
        from = new TimeBoundField("from", time, time.from(), this::apply);
        to = new TimeBoundField("to", time, time.to(), this::apply);
        unit.getStyleClass().add("hint");
        inText.getStyleClass().add("hint");
        inText.setWrapText(true);
        inText.managedProperty().bind(inText.visibleProperty());
        getChildren()
                .setAll(
                        unit,
                        bounds(),
                        inText,
                        footer(),
                        heading("query.time.heading.last"),
                        line(TimePreset.LAST_10S, TimePreset.LAST_1MIN, TimePreset.LAST_5MIN, TimePreset.LAST_1H),
                        heading("query.time.heading.selected"),
                        line(TimePreset.SELECTED_1S, TimePreset.SELECTED_10S),
                        line(TimePreset.VISIBLE, TimePreset.ALL));
        model.browsing().query().subscribe(query -> load());
        model.browsing().timeDisplay().subscribe(display -> load());
    }

    @Override
    protected void opening() {
        load();
        presets.forEach((preset, button) -> button.setDisable(!time.available(preset)));
    }

    @Override
    protected Node first() {
        return from.field();
    }

    private GridPane bounds() {
        var grid = new GridPane(8, 6);
        grid.addRow(0, label("query.time.from", from.field()), from);
        grid.addRow(1, label("query.time.to", to.field()), to);
        GridPane.setHgrow(from, Priority.ALWAYS);
        GridPane.setHgrow(to, Priority.ALWAYS);
        return grid;
    }

    private static Label label(String key, Node field) {
        var label = new Label(Texts.text(key));
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox footer() {
        var problem = new Label();
        problem.setId("timeProblem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(time.problem());
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(problem, Priority.ALWAYS);
        var apply = new Button(Texts.text("query.time.apply"));
        apply.setId("applyTime");
        apply.getStyleClass().add("accent");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.disableProperty().bind(time.problem().isNotEmpty());
        apply.setOnAction(event -> apply());
        var footer = new HBox(8, problem, apply);
        footer.getStyleClass().add("buttons");
        return footer;
    }

    private static Label heading(String key) {
        var heading = new Label(Texts.text(key));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private HBox line(TimePreset... some) {
        List<Button> buttons = new ArrayList<>();
        for (TimePreset preset : some) {
            var button = new Button(preset.label());
            button.setId("preset-" + preset.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                time.take(preset);
                done();
            });
            presets.put(preset, button);
            buttons.add(button);
        }
        var line = new HBox(6);
        line.getChildren().setAll(buttons);
        return line;
    }

    private void load() {
        time.load();
        unit.setText(time.unit());
        inText.setVisible(new QueryFacts(model.browsing().query().get()).timeInText());
    }

    private void apply() {
        if (time.apply()) {
            done();
        }
    }
}
