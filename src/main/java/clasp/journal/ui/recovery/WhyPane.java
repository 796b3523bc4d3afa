package clasp.journal.ui.recovery;

import clasp.journal.recovery.Fate;
import clasp.journal.recovery.Fates;
import clasp.journal.recovery.ParamStory;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why this value: the entries of one address, newest first, each with what became of it, down to the snapshot or the
/// first entry. A click goes there. Confined to the FX thread.
final class WhyPane extends BorderPane {
    private static final int MOST_CHARS = 300;
    private static final double SCROLL_BAR = 16;

    /// A line of the chain. Immutable.
    sealed interface Link {
        record Step(ParamStory.Step step, boolean decisive) implements Link {}

        record Omitted(long count) implements Link {}

        record Stored(ParamStory story) implements Link {}

        record Nothing() implements Link {}
    }

    private final WhyViewModel model;
    private final Label title = new Label();
    private final Label summary = new Label();
    private final ListView<Link> chain = new ListView<>();

    WhyPane(WhyViewModel model) {
        this.model = model;
        getStyleClass().add("why-pane");
        title.setId("whyTitle");
        title.getStyleClass().addAll("part-title", "mono");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        summary.setId("whySummary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("why-summary");
        chain.setId("whyChain");
        chain.setAccessibleText(Texts.text("recoveryView.why.list"));
        chain.setCellFactory(view -> new LinkCell());
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
        var heading = new Label(Texts.text("recoveryView.why.title"));
        heading.getStyleClass().add("why-heading");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(heading, title);
        head.getStyleClass().add("bar");
        HBox.setHgrow(title, Priority.ALWAYS);
        setTop(head);
        var body = new VBox(summary, chain);
        VBox.setVgrow(chain, Priority.ALWAYS);
        setCenter(new OutcomePane<>(model.question(), "recoveryView.why.choose", body, this::show));
        model.cursor().browsing().timeDisplay().subscribe(display -> chain.refresh());
    }

    private void go() {
        Link link = chain.getSelectionModel().getSelectedItem();
        if (link instanceof Link.Step(ParamStory.Step step, boolean decisive)) {
            stayOn(step.entry().address());
            model.cursor().moveTo(step.entry().seq());
        } else if (link instanceof Link.Stored(ParamStory story)) {
            stayOn(story.address());
            story.baseSnapshot().ifPresent(info -> model.cursor().moveTo(info.seqAt()));
        }
    }

    /// The chain stays that of this address, wherever its entries take the cursor.
    private void stayOn(String address) {
        model.cursor().focus().set(address);
    }

    private void show(ParamStory story) {
        title.setText(LineText.of(story.address(), MOST_CHARS));
        title.setTooltip(new Tooltip(title.getText()));
        summary.setText(story.summary());
        chain.getItems().setAll(links(story));
    }

    private static List<Link> links(ParamStory story) {
        List<Link> links = new ArrayList<>();
        long setBy = story.outcome() == null ? Long.MIN_VALUE : story.outcome().seq();
        List<ParamStory.Step> steps = story.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (i + 1 == story.gapAfter() && story.omitted() > 0) {
                links.add(new Link.Omitted(story.omitted()));
            }
            links.add(new Link.Step(steps.get(i), steps.get(i).entry().seq() == setBy));
        }
        if (story.inSnapshot() != null) {
            // As documented the snapshot stands above the entries that it covers; a router takes it before all of them.
            int covered = story.rule() == RecoveryRule.CLASP_ROUTER ? links.size() : firstCovered(links);
            links.add(covered, new Link.Stored(story));
        }
        if (links.isEmpty()) {
            links.add(new Link.Nothing());
        }
        return links;
    }

    private static int firstCovered(List<Link> links) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i) instanceof Link.Step(ParamStory.Step step, boolean decisive)
                    && step.fate() instanceof Fate.BeforeSnapshot) {
                return i;
            }
        }
        return links.size();
    }

    private final class LinkCell extends ListCell<Link> {
        private final Label seq = new Label();
        private final Label value = new Label();
        private final Label fate = new Label();
        private final Label origin = new Label();
        private final VBox box;

        LinkCell() {
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
        protected void updateItem(@Nullable Link item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            setGraphic(box);
            switch (item) {
                case Link.Step(ParamStory.Step step, boolean decisive) -> showStep(step, decisive);
                case Link.Omitted(long count) ->
                    show("", Texts.text("recoveryView.why.omitted", count), "", "", "quiet");
                case Link.Stored(ParamStory story) -> showStored(story);
                case Link.Nothing() -> show("", Texts.text("recoveryView.why.noEntry"), "", "", "quiet");
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
                    Times.of(model.cursor().browsing()).full(entry.timestampMicros()) + revision + "  "
                            + LineText.of(entry.author(), MOST_CHARS),
                    decisive ? "decisive" : style(step.fate()));
        }

        private void showStored(ParamStory story) {
            var info = story.base();
            var param = story.inSnapshot();
            if (info == null || param == null) {
                return;
            }
            boolean decisive =
                    story.outcome() != null && story.outcome().setBy().isEmpty();
            show(
                    "◆",
                    LineText.of(param.valueJson(), MOST_CHARS),
                    Texts.text(
                            "recoveryView.why.stored",
                            Long.toString(info.id()),
                            NumberText.seq(info.seqAt()),
                            Long.toUnsignedString(param.revision())),
                    Times.of(model.cursor().browsing()).full(param.timestampMicros()) + "  "
                            + LineText.of(param.writer(), MOST_CHARS),
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
}
