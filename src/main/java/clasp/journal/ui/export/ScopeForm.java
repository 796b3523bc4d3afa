package clasp.journal.ui.export;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeft;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// Which entries: what the query finds, or the whole journal; with their numbers. Without a query there is nothing to
/// choose, and only the number is shown. Confined to the FX thread.
final class ScopeForm extends GridPane {
    private final ExportViewModel model;
    private final ToggleGroup group = new ToggleGroup();

    ScopeForm(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("scope-form");
        if (!model.filtered()) {
            add(new Label(Texts.text("export.scope.everything")), 0, 0);
            count(Scope.MATCHES, 0);
            return;
        }
        radio(Scope.MATCHES, 0);
        count(Scope.MATCHES, 0);
        var query = new Label(model.query().text());
        query.setId("query");
        query.getStyleClass().addAll("mono", "query");
        query.setTooltip(new Tooltip(model.query().text()));
        query.setAccessibleText(Texts.text("export.scope.query", model.query().text()));
        add(query, 0, 1, 3, 1);
        radio(Scope.EVERYTHING, 2);
        count(Scope.EVERYTHING, 2);
    }

    private void radio(Scope scope, int row) {
        var radio = new RadioButton(Texts.text("export.scope." + scope.name().toLowerCase(Locale.ROOT)));
        radio.setId("scope-" + scope.name().toLowerCase(Locale.ROOT));
        radio.setToggleGroup(group);
        radio.setMinWidth(Region.USE_PREF_SIZE);
        // Arrow keys choose without an action.
        radio.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                model.choices().scope().set(scope);
            }
        });
        model.choices().scope().subscribe(now -> {
            if (now == scope) {
                radio.setSelected(true);
            }
        });
        add(radio, 0, row);
    }

    private void count(Scope scope, int row) {
        MatchCounter counter = model.counter(scope);
        var number = new Label();
        number.setId("count-" + scope.name().toLowerCase(Locale.ROOT));
        number.setWrapText(true);
        number.getStyleClass().add("count");
        var action = new Hyperlink();
        action.setId("counting-" + scope.name().toLowerCase(Locale.ROOT));
        action.setMinWidth(Region.USE_PREF_SIZE);
        var left = new TimeLeft(System::nanoTime);
        counter.count().subscribe(count -> {
            number.setText(ExportWords.count(count, left));
            boolean counting = count instanceof MatchCount.Counting;
            action.setText(Texts.text(counting ? "export.count.stop" : "export.count.count"));
            action.setOnAction(event -> {
                if (counting) {
                    counter.stop();
                } else {
                    counter.start();
                }
            });
            action.setVisible(!(count instanceof MatchCount.Counted));
        });
        add(number, 1, row);
        add(action, 2, row);
    }
}
