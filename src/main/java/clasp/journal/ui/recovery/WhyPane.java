package clasp.journal.ui.recovery;

import clasp.journal.recovery.ParamStory;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Why this value: the entries of one address, newest first, each with what became of it, down to the snapshot or the
/// first entry. A click goes there. Confined to the FX thread.
final class WhyPane extends BorderPane {
    private final WhyViewModel model;
    private final Label summary = new Label();
    private final ListView<ChainLink> chain = new ListView<>();

    WhyPane(WhyViewModel model) {
        this.model = model;
        getStyleClass().add("why-pane");
        summary.setId("whySummary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("why-summary");
        chain.setId("whyChain");
        chain.setAccessibleText(Texts.text("recoveryView.why.list"));
        chain.setCellFactory(view -> new ChainCell(chain, model.cursor().browsing()));
        chain.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                go();
            }
        });
        chain.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
                event.consume();
            }
        });
        setTop(new WhyHead(model));
        var body = new VBox(summary, chain);
        VBox.setVgrow(chain, Priority.ALWAYS);
        setCenter(new OutcomePane<>(
                model.question(), model.cursor().browsing(), "recoveryView.why.choose", body, this::show));
        model.cursor().browsing().timeDisplay().subscribe(display -> chain.refresh());
    }

    private void go() {
        ChainLink link = chain.getSelectionModel().getSelectedItem();
        if (link instanceof ChainLink.Step(ParamStory.Step step, boolean decisive)) {
            stayOn(step.entry().address());
            model.cursor().moveTo(step.entry().seq());
        } else if (link instanceof ChainLink.Stored(ParamStory story)) {
            stayOn(story.address());
            story.baseSnapshot().ifPresent(info -> model.cursor().moveTo(info.seqAt()));
        }
    }

    /// The chain stays that of this address, wherever its entries take the cursor.
    private void stayOn(String address) {
        model.cursor().focus().select(address);
    }

    private void show(ParamStory story) {
        summary.setText(story.summary());
        chain.getItems().setAll(ChainLink.of(story));
    }
}
