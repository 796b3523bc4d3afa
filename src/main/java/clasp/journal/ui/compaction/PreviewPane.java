package clasp.journal.ui.compaction;

import clasp.journal.store.CompactionPreview;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Stale;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WorkBar;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the chosen cut would remove and keep, as numbers and as a bar. Keeps the last numbers, muted, while new ones
/// are computed, so that nothing jumps. Confined to the FX thread.
final class PreviewPane extends StackPane {
    private static final double BAR = 220;

    private final CompactionViewModel model;
    private final GridPane facts = new GridPane();
    private final Label removed = fact(0, "compaction.preview.removed");
    private final Label kept = fact(1, "compaction.preview.kept");
    private final Label size;
    private final Label time = fact(3, "compaction.preview.lost");
    private final Region gone = new Region();
    private final Region staying = new Region();
    private final VBox numbers;
    private final Label message = new Label();
    private final VBox instead = new VBox(message);
    private final WorkBar busy;

    PreviewPane(CompactionViewModel model) {
        this.model = model;
        getStyleClass().add("preview");
        size = fact(2, model.inFile() ? "compaction.preview.size" : "compaction.preview.memory");
        size.setId("size");
        removed.setId("removed");
        kept.setId("kept");
        gone.getStyleClass().add("gone");
        staying.getStyleClass().add("staying");
        var bar = new HBox(gone, staying);
        bar.getStyleClass().add("bar");
        HBox.setHgrow(staying, Priority.ALWAYS);
        facts.getStyleClass().add("facts");
        numbers = new VBox(bar, facts);
        numbers.getStyleClass().add("numbers");
        message.setWrapText(true);
        message.getStyleClass().add("advice");
        busy = new WorkBar(
                Texts.text("compaction.preview.computing"), model.cut().progress());
        busy.setId("previewProgress");
        busy.setMaxSize(BAR, USE_PREF_SIZE);
        StackPane.setAlignment(busy, javafx.geometry.Pos.TOP_RIGHT);
        StackPane.setMargin(busy, new javafx.geometry.Insets(24, 0, 0, 0));
        instead.getStyleClass().add("instead");
        getChildren().addAll(numbers, instead, busy);
        model.cut().preview().subscribe(this::show);
        model.browsing()
                .timeDisplay()
                .subscribe(display -> show(model.cut().preview().get()));
    }

    private Label fact(int row, String key) {
        var name = new Label(Texts.text(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var value = new Label();
        value.getStyleClass().add("value");
        value.setWrapText(true);
        facts.addRow(row, name, value);
        return value;
    }

    private void show(CutPreview preview) {
        busy.setVisible(preview instanceof CutPreview.Computing);
        switch (preview) {
            case CutPreview.Computing _ -> {
                Stale.mark(numbers, true);
                instead.getChildren().setAll(message);
            }
            case CutPreview.Missing(String advice) -> say(advice, false);
            case CutPreview.Failed(String sentence) -> say(sentence, true);
            case CutPreview.Ready ready -> {
                instead.setVisible(false);
                numbers.setVisible(true);
                Stale.mark(numbers, false);
                show(ready.preview());
            }
        }
    }

    private void say(String sentence, boolean problem) {
        numbers.setVisible(false);
        instead.setVisible(true);
        message.setText(sentence);
        message.getStyleClass().remove("problem");
        instead.getChildren().setAll(message);
        if (problem) {
            message.getStyleClass().add("problem");
            RetryButton.add("previewAgain", instead, this, model.cut()::again);
        }
    }

    private void show(CompactionPreview preview) {
        long all = preview.removed() + preview.kept();
        removed.setText(CompactionWords.share(preview.removed(), all));
        kept.setText(NumberText.grouped(preview.kept()));
        size.setText(Texts.text(
                "compaction.preview.sizes", SizeText.text(preview.sizeBefore()), CompactionWords.sizeAfter(preview)));
        time.setText(CompactionWords.of(model.browsing().timeDisplay().get()).lost(preview));
        double share = all == 0 ? 0 : (double) preview.removed() / all;
        gone.prefWidthProperty().unbind();
        gone.prefWidthProperty().bind(numbers.widthProperty().multiply(share));
        gone.setMinWidth(preview.removed() > 0 ? 2 : 0);
    }
}
