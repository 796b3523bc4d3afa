package clasp.journal.ui.recording;

import static clasp.journal.ui.fx.DialogParts.button;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.Ticker;
import clasp.journal.ui.fx.WhileInScene;
import clasp.journal.ui.recording.StripViewModel.Mood;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The strip over a journal that is being recorded. Confined to the FX thread.
public final class StripView extends VBox {
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final List<FileDialogs.Kind> KINDS =
            List.of(new FileDialogs.Kind(Texts.text("record.kind"), List.of("*.db")));

    /// As long as everything stands beside each other, in whatever window.
    private static final double ONE_ROW = 2_000;

    private final StripViewModel model;
    private final FileDialogs dialogs;

    public StripView(StripViewModel model, FileDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("recording-strip");
        Stylesheets.add(this, "recording");
        var icon = new FontIcon(Feather.DISC);
        Label state = label("recordingState", model.state());
        state.setGraphic(icon);
        state.getStyleClass().add("state");
        Label facts = label("recordingFacts", model.facts());
        Label missing = label("recordingMissing", model.missing());
        missing.getStyleClass().add("missing");
        var tip = new Tooltip();
        tip.setOnShowing(event -> tip.setText(
                Texts.text("record.missing.tip") + (model.notes().isEmpty() ? "" : "\n\n" + model.notes())));
        missing.setTooltip(tip);
        var words = new FlowPane(14, 2, state, facts, missing);
        words.setPrefWrapLength(ONE_ROW);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button stop = button("recordingStop", Texts.text("record.stop"), model::stop);
        stop.setGraphic(DialogParts.stopSign());
        stop.disableProperty().bind(model.stopping());
        Button save = button("recordingSave", Texts.text("record.save"), this::save);
        save.setGraphic(new FontIcon(Feather.SAVE));
        save.disableProperty().bind(model.saving());
        Button token = button("recordingToken", Texts.text("record.enterToken"), model::enterToken);
        token.setGraphic(new FontIcon(Feather.KEY));
        token.visibleProperty().bind(model.wantsToken());
        token.managedProperty().bind(model.wantsToken());
        for (Button button : List.of(token, stop, save)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        var row = new HBox(14, words, stop, save);
        row.setAlignment(Pos.CENTER_LEFT);
        Label sentence = label("recordingSentence", model.sentence());
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var remedy = new HBox(14, sentence, token);
        remedy.managedProperty().bind(sentence.managedProperty());
        getChildren().addAll(row, remedy);
        model.mood().subscribe(this::look);
        var ticker = new Ticker(Later.onFxThread(), INTERVAL, model::refresh);
        WhileInScene.run(this, ticker::start, ticker::stop);
    }

    public StripViewModel model() {
        return model;
    }

    /// Asks where, and writes all that is recorded by now there.
    public void save() {
        dialogs.chooseSave(Texts.text("record.save.title"), Path.of(Texts.text("record.file.suggestion")), KINDS)
                .ifPresent(model::save);
    }

    private void look(Mood mood) {
        pseudoClassStateChanged(TROUBLE, mood == Mood.TROUBLE);
        pseudoClassStateChanged(OVER, mood == Mood.OVER);
    }

    /// There as long as there is something to say.
    private static Label label(String id, ObservableStringValue text) {
        var label = new Label();
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
