package clasp.journal.ui.colours;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.Tint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A dialog for the rules by which rows are coloured. Confined to the FX thread.
public final class ColourRulesView extends VBox {
    private final ColourRules rules;
    private final VBox lines = new VBox();
    private final Button add;

    /// @param present the filter in force, which a new rule begins with
    /// @param close takes it away
    public ColourRulesView(ColourRules rules, String present, Runnable close) {
        this.rules = rules;
        setId("colourRules");
        getStyleClass().add("colour-rules");
        Stylesheets.add(this, "colours");
        setAccessibleText(Texts.text("colours.title"));
        var title = new Label(Texts.text("colours.title"));
        title.getStyleClass().add("dialog-title");
        var hint = new Label(Texts.text("colours.hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        lines.getStyleClass().add("lines");
        var none = new Label(Texts.text("colours.none"));
        none.setWrapText(true);
        none.getStyleClass().addAll("hint", "none");
        none.visibleProperty().bind(Bindings.isEmpty(lines.getChildren()));
        none.managedProperty().bind(none.visibleProperty());
        var scroll = new ScrollPane(new VBox(none, lines));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        add = button("colourAdd", Texts.text("colours.add"), () -> {
            Line line = addLine(new ColourRule(present, nextTint()));
            save();
            // Where it lies is known only now.
            scroll.applyCss();
            scroll.layout();
            scroll.setVvalue(scroll.getVmax());
            line.filter.requestFocus();
        });
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(
                buttons, List.of(add), List.of(cancelButton("coloursClose", Texts.text("colours.close"), close)));
        getChildren().addAll(title, hint, scroll, buttons);
        rules.all().forEach(this::addLine);
    }

    @Override
    public void requestFocus() {
        add.requestFocus();
    }

    private Tint nextTint() {
        return Tint.values()[lines.getChildren().size() % Tint.values().length];
    }

    private Line addLine(ColourRule rule) {
        var line = new Line(rule);
        lines.getChildren().add(line);
        return line;
    }

    private void save() {
        List<ColourRule> now = new ArrayList<>();
        for (Node node : lines.getChildren()) {
            if (node instanceof Line line) {
                now.add(line.rule());
            }
        }
        rules.set(now);
    }

    private void move(Node line, int by) {
        int at = lines.getChildren().indexOf(line) + by;
        if (at >= 0 && at < lines.getChildren().size()) {
            lines.getChildren().remove(line);
            lines.getChildren().add(at, line);
            save();
        }
    }

    /// One rule: its colour, its filter, and what is wrong with that.
    private final class Line extends VBox {
        private final ComboBox<Tint> tint = new ComboBox<>();
        private final TextField filter = new TextField();
        private final Label problem = new Label();

        Line(ColourRule rule) {
            getStyleClass().add("line");
            tint.getStyleClass().add("tint");
            tint.getItems().setAll(Tint.values());
            tint.setButtonCell(new TintCell());
            tint.setCellFactory(list -> new TintCell());
            tint.setValue(rule.tint());
            tint.setAccessibleText(Texts.text("colours.colour"));
            tint.valueProperty().subscribe((before, now) -> save());
            filter.setText(rule.filter());
            filter.getStyleClass().add("mono");
            filter.setPromptText(Texts.text("colours.filter.prompt"));
            filter.setAccessibleText(Texts.text("colours.filter"));
            filter.textProperty().subscribe((before, now) -> {
                check();
                save();
            });
            HBox.setHgrow(filter, Priority.ALWAYS);
            problem.getStyleClass().add("problem");
            problem.setWrapText(true);
            problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
            problem.managedProperty().bind(problem.visibleProperty());
            var row = new HBox(
                    tint,
                    filter,
                    icon("colours.up", Feather.CHEVRON_UP, () -> move(this, -1)),
                    icon("colours.down", Feather.CHEVRON_DOWN, () -> move(this, 1)),
                    icon("colours.remove", Feather.TRASH_2, () -> {
                        lines.getChildren().remove(this);
                        save();
                    }));
            row.getStyleClass().add("row");
            getChildren().addAll(row, problem);
            check();
        }

        ColourRule rule() {
            return new ColourRule(filter.getText(), tint.getValue());
        }

        private void check() {
            problem.setText(ColourRules.problem(filter.getText()).orElse(""));
        }

        private Button icon(String key, Feather icon, Runnable action) {
            var button = new Button("", new FontIcon(icon));
            button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
            button.setAccessibleText(Texts.text(key));
            button.setTooltip(new Tooltip(Texts.text(key)));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> action.run());
            return button;
        }
    }

    /// A colour with its name.
    private static final class TintCell extends ListCell<Tint> {
        private final Region swatch = new Region();

        @Override
        protected void updateItem(@Nullable Tint tint, boolean empty) {
            super.updateItem(tint, empty);
            if (tint == null || empty) {
                setText(null);
                setGraphic(null);
            } else {
                swatch.getStyleClass().setAll("swatch", tint.styleClass());
                setText(Texts.text("colours.tint." + tint.name().toLowerCase(Locale.ROOT)));
                setGraphic(swatch);
            }
        }
    }
}
