package clasp.journal.ui.palette;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.EmptyText;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.palette.PaletteViewModel.Found;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The command palette: a field, and below it what can be done. Confined to the FX thread.
public final class PaletteView extends VBox {
    private static final double LINE = 34;
    private static final int PAGE = 8;

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<Found> list = new ListView<>();

    /// @param close takes it away
    public PaletteView(PaletteViewModel model, Runnable close) {
        this.model = model;
        setId("palette");
        getStyleClass().add("palette");
        Stylesheets.add(this, "palette");
        setAccessibleText(Texts.text("palette.accessible"));
        field.setId("paletteField");
        field.setPromptText(Texts.text("palette.prompt"));
        field.setAccessibleText(Texts.text("palette.accessible"));
        field.textProperty().subscribe((before, now) -> model.search(now));
        list.setId("paletteList");
        list.setAccessibleText(Texts.text("palette.accessible"));
        list.setItems(model.found());
        list.setFixedCellSize(LINE);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new CommandCell());
        list.setPlaceholder(new EmptyText("palette.nothing"));
        list.setOnMouseClicked(event -> {
            Found clicked = list.getSelectionModel().getSelectedItem();
            if (clicked != null) {
                model.perform(clicked);
            }
        });
        model.chosen().subscribe(this::choose);
        model.found().subscribe(() -> choose(model.chosen().get()));
        var top = new HBox(8, field, DialogParts.closeButton("paletteClose", Texts.text("palette.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(top, list);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            } else if (handles(event.getCode())) {
                event.consume();
            }
        });
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private boolean handles(KeyCode code) {
        switch (code) {
            case ENTER -> model.perform();
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.move(-Math.min(PAGE, model.chosen().get()));
            case PAGE_DOWN ->
                model.move(
                        Math.min(PAGE, model.found().size() - 1 - model.chosen().get()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(Number line) {
        int at = line.intValue();
        if (at >= 0 && at < list.getItems().size()) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - PAGE / 2));
        }
    }
}
