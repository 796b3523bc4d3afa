package clasp.journal.ui.query;

import clasp.journal.query.AddressPattern;
import clasp.journal.ui.fx.DropPane;
import clasp.journal.ui.fx.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Writes or chooses the address pattern. Confined to the FX thread.
final class PatternPane extends DropPane {
    private static final double ROW_HEIGHT = 26;
    private static final int ROWS = 6;
    private static final double WIDTH = 420;

    private final QueryBarViewModel model;
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Label inText = new Label(Texts.text("query.pattern.inText"));
    private final SuggestionList list;

    PatternPane(QueryBarViewModel model) {
        this.model = model;
        setPrefWidth(WIDTH);
        field.setId("pattern");
        field.getStyleClass().add("mono");
        field.setPromptText("/lumen/**");
        field.setAccessibleText(Texts.text("query.pattern"));
        field.setOnAction(event -> apply());
        field.textProperty().subscribe((before, now) -> edited(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        inText.getStyleClass().add("hint");
        inText.setWrapText(true);
        list = new SuggestionList(model.patternWords().found(), this::take);
        list.setId("patterns");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(ROWS * ROW_HEIGHT);
        list.setAccessibleText(Texts.text("query.pattern.list"));
        var remark = new Label();
        remark.getStyleClass().add("hint");
        remark.textProperty().bind(model.patternWords().remark());
        list.setPlaceholder(remark);
        getChildren().setAll(new Label(Texts.text("query.pattern")), field, problem, inText, list, help(), buttons());
        problem.managedProperty().bind(problem.visibleProperty());
        inText.managedProperty().bind(inText.visibleProperty());
        model.browsing().query().subscribe(query -> load());
    }

    @Override
    protected void opening() {
        load();
        model.patternWords().find(field.getText());
    }

    @Override
    protected Node first() {
        return field;
    }

    private static Label help() {
        var help = new Label(Texts.text("query.pattern.help"));
        help.getStyleClass().add("hint");
        return help;
    }

    private HBox buttons() {
        var any = new Button(Texts.text("query.pattern.any"));
        any.setId("anyPattern");
        any.setOnAction(event -> choose(""));
        var apply = new Button(Texts.text("query.pattern.apply"));
        apply.getStyleClass().add("accent");
        apply.setId("applyPattern");
        apply.setOnAction(event -> apply());
        any.setMinWidth(Region.USE_PREF_SIZE);
        apply.setMinWidth(Region.USE_PREF_SIZE);
        var buttons = new HBox(8, any, apply);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private void load() {
        var facts = new QueryFacts(model.browsing().query().get());
        field.setText(facts.pattern().orElse(""));
        field.end();
        inText.setVisible(facts.patternInText());
        edited(field.getText());
    }

    private void edited(String pattern) {
        String complaint = AddressPattern.of(pattern.strip()).problem().orElse("");
        problem.setText(complaint);
        problem.setVisible(!pattern.isBlank() && !complaint.isEmpty());
        boolean shown = getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
        if (shown) {
            model.patternWords().find(pattern);
        }
    }

    private void keyPressed(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        boolean up = event.getCode() == KeyCode.UP;
        if (up || event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel()
                    .clearAndSelect(Math.clamp(
                            chosen + (up ? -1 : 1),
                            0,
                            Math.max(0, list.getItems().size() - 1)));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && chosen >= 0) {
            take(chosen);
            event.consume();
        }
    }

    private void take(int index) {
        choose(AddressWords.pattern(list.getItems().get(index)));
    }

    private void apply() {
        choose(field.getText().strip());
    }

    private void choose(String pattern) {
        model.edit(query -> query.withPattern(pattern.isEmpty() ? null : pattern));
        done();
    }
}
