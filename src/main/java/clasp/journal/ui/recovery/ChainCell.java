package clasp.journal.ui.recovery;

import clasp.journal.recovery.Fate;
import clasp.journal.recovery.Fates;
import clasp.journal.recovery.ParamStory;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows a line of the chain: the entry's value, what became of it, and who wrote it when. Confined to the FX thread.
final class ChainCell extends ListCell<ChainLink> {
    private static final int MOST_CHARS = 300;
    private static final double SCROLL_BAR = 16;

    private final Browsing browsing;
    private final Label seq = new Label();
    private final Label value = new Label();
    private final Label fate = new Label();
    private final Label origin = new Label();
    private final VBox box;

    ChainCell(ListView<ChainLink> chain, Browsing browsing) {
        this.browsing = browsing;
        getStyleClass().add("link-cell");
        setPrefWidth(0);
        seq.getStyleClass().addAll("seq", "mono");
        seq.setMinWidth(Region.USE_PREF_SIZE);
        value.getStyleClass().addAll("value", "mono");
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        fate.setWrapText(true);
        fate.setMinHeight(Region.USE_PREF_SIZE);
        origin.getStyleClass().addAll("origin", "mono");
        origin.setWrapText(true);
        origin.setMinHeight(Region.USE_PREF_SIZE);
        var first = new HBox(seq, value);
        first.getStyleClass().add("first");
        box = new VBox(first, fate, origin);
        // What became of an entry is never cut: it takes as many lines as the width of the list makes necessary.
        box.prefWidthProperty().bind(chain.widthProperty().subtract(SCROLL_BAR));
    }

    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null ? super.computePrefHeight(width) : box.prefHeight(box.getPrefWidth());
    }

    @Override
    protected void updateItem(@Nullable ChainLink item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(box);
        switch (item) {
            case ChainLink.Step(ParamStory.Step step, boolean decisive) -> showStep(step, decisive);
            case ChainLink.Omitted(long count) ->
                show("", Texts.text("recoveryView.why.omitted", count), "", "", "quiet");
            case ChainLink.Stored(ParamStory story) -> showStored(story);
            case ChainLink.Nothing() -> show("", Texts.text("recoveryView.why.noEntry"), "", "", "quiet");
        }
        setAccessibleText(seq.getText() + " " + value.getText() + ", " + fate.getText());
    }

    private void showStep(ParamStory.Step step, boolean decisive) {
        var entry = step.entry();
        String revision = entry.revision() == null
                ? ""
                : Texts.text("recoveryView.why.revision", Long.toUnsignedString(entry.revision()));
        show(
                NumberText.seq(entry.seq()),
                LineText.of(entry.valueJson(), MOST_CHARS),
                Fates.sentence(step.fate()),
                Times.of(browsing).full(entry.timestampMicros()) + revision + "  "
                        + LineText.of(entry.author(), MOST_CHARS),
                decisive ? "decisive" : style(step.fate()));
    }

    private void showStored(ParamStory story) {
        var info = story.base();
        var param = story.inSnapshot();
        if (info == null || param == null) {
            return;
        }
        boolean decisive = story.outcome() != null && story.outcome().setBy().isEmpty();
        show(
                "◆",
                LineText.of(param.valueJson(), MOST_CHARS),
                Texts.text(
                        "recoveryView.why.stored",
                        Long.toString(info.id()),
                        NumberText.seq(info.seqAt()),
                        Long.toUnsignedString(param.revision())),
                Times.of(browsing).full(param.timestampMicros()) + "  " + LineText.of(param.writer(), MOST_CHARS),
                decisive ? "decisive" : "quiet");
    }

    private void show(String seqText, String valueText, String fateText, String originText, String style) {
        seq.setText(seqText);
        value.setText(valueText);
        fate.setText(fateText);
        fate.setManaged(!fateText.isEmpty());
        origin.setText(originText);
        origin.setManaged(!originText.isEmpty());
        box.getStyleClass().setAll("link", style);
    }

    private static String style(Fate fate) {
        return switch (fate) {
            case Fate.Created _, Fate.Applied _ -> "taken";
            case Fate.Rejected _, Fate.WithoutRevision _ -> "rejected";
            case Fate.NotASet _, Fate.BeforeSnapshot _ -> "quiet";
        };
    }
}
