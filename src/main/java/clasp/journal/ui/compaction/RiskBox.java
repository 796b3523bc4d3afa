package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says what a cut puts at risk, lists the addresses concerned, and asks for consent. Takes no room while nothing is at
/// risk. Confined to the FX thread.
final class RiskBox extends VBox {
    private static final double ROW_HEIGHT = 22;
    private static final int ROWS = 3;

    private final CompactionViewModel model;
    private final Label sentence = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
    private final ListView<String> addresses = new ListView<>();

    RiskBox(CompactionViewModel model) {
        this.model = model;
        setId("risk");
        getStyleClass().add("risk");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        addresses.setId("uncovered");
        addresses.setAccessibleText(Texts.text("compaction.risk.list"));
        addresses.getStyleClass().add("mono");
        addresses.setFixedCellSize(ROW_HEIGHT);
        PageWheel.over(addresses);
        var consent = new CheckBox(Texts.text("compaction.risk.understood"));
        consent.setId("understood");
        consent.selectedProperty().bindBidirectional(model.consent().given());
        // Above the list, which in a low window would push it out of sight.
        getChildren().addAll(sentence, consent, addresses);
        model.consent().risk().subscribe(risk -> show());
        model.cut().preview().subscribe(preview -> show());
        model.proof().proof().subscribe(proof -> show());
    }

    private void show() {
        Risk risk = model.consent().risk().get();
        boolean any = risk != Risk.NONE;
        setVisible(any);
        setManaged(any);
        if (any && model.cut().preview().get() instanceof CutPreview.Ready ready) {
            var preview = ready.preview();
            sentence.setText(CompactionWords.risk(
                    risk, preview, ready.safePoint(), model.proof().proof().get()));
            addresses.getItems().clear();
            if (risk == Risk.UNCOVERED) {
                list(preview.uncovered(), preview.uncoveredCount());
            }
            list(preview.forgotten(), preview.forgottenCount());
            addresses.setVisible(!addresses.getItems().isEmpty());
            addresses.setManaged(addresses.isVisible());
            double height = ROW_HEIGHT * Math.min(ROWS, addresses.getItems().size()) + 2;
            addresses.setMinHeight(height);
            addresses.setPrefHeight(height);
        }
    }

    private void list(List<String> some, long all) {
        some.forEach(address -> addresses.getItems().add(LineText.named(address)));
        if (all > some.size()) {
            addresses.getItems().add(Texts.text("compaction.risk.more", NumberText.grouped(all - some.size())));
        }
    }
}
