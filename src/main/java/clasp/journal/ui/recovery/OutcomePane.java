package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.AfterFailure;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Stale;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeftLabel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows the answer to a question, or how far it is, why there is none and what can be done. An answer that is no
/// longer current is dimmed until the next is there. Confined to the FX thread.
final class OutcomePane<T> extends StackPane {

    private final Question<T> question;
    private final Browsing browsing;
    private final ObservableValue<String> nothing;
    private final Node content;
    private final Consumer<T> show;
    private final VBox message = new VBox();
    private final ScrollPane room = new ScrollPane();
    private final ProgressBar bar = new ProgressBar();
    private final TimeLeftLabel left = new TimeLeftLabel();

    /// @param nothing the key of what is said when there is nothing to ask
    /// @param show brings an answer into the content
    OutcomePane(Question<T> question, Browsing browsing, String nothing, Node content, Consumer<T> show) {
        this(question, browsing, new ReadOnlyStringWrapper(Texts.text(nothing)), content, show);
    }

    /// @param nothing what is said when there is nothing to ask
    /// @param show brings an answer into the content
    OutcomePane(
            Question<T> question, Browsing browsing, ObservableValue<String> nothing, Node content, Consumer<T> show) {
        this.question = question;
        this.browsing = browsing;
        this.nothing = nothing;
        this.content = content;
        this.show = show;
        getStyleClass().add("outcome");
        message.getStyleClass().add("message");
        bar.setPrefWidth(220);
        // Where there is little room, it is scrolled: half a sentence helps nobody.
        room.setContent(message);
        room.setFitToWidth(true);
        room.getStyleClass().add("edge-to-edge");
        room.setFocusTraversable(false);
        room.setMinHeight(0);
        getChildren().addAll(content, room);
        question.outcome().subscribe(this::show);
        question.current().subscribe(current -> Stale.mark(content, !current));
    }

    private void show(Outcome<T> outcome) {
        switch (outcome) {
            case Outcome.Nothing<T>() -> {
                Label label = label("", "hint");
                label.textProperty().bind(nothing);
                say(null, label);
            }
            case Outcome.Working<T>(long done, long total) -> {
                bar.setProgress(total > 0 ? Math.clamp((double) done / total, 0, 1) : -1);
                left.show(total > 0 ? bar.getProgress() : -1);
                if (!message.getChildren().contains(bar)) {
                    var stop = new Button(Texts.text("recoveryView.stop"));
                    stop.setOnAction(event -> question.stop());
                    say(stop, label(Texts.text("recoveryView.working"), "hint"), bar, left, stop);
                }
            }
            case Outcome.Failed<T>(String sentence) -> {
                var ways = AfterFailure.buttons(browsing, Texts.text("recoveryView.again"), question::again);
                say(ways, label(sentence, "problem"), ways);
            }
            case Outcome.Stopped<T>() -> {
                var again = new Button(Texts.text("recoveryView.again"));
                again.setOnAction(event -> question.again());
                say(again, label(Texts.text("recoveryView.stopped"), "hint"), new HBox(again));
            }
            case Outcome.Ready<T>(T value) -> {
                show.accept(value);
                content.setVisible(true);
                if (room.isFocusWithin() && content.isFocusTraversable()) {
                    content.requestFocus();
                }
                message.getChildren().clear();
                room.setVisible(false);
            }
        }
    }

    /// @param heir has the keyboard when what was said before had it
    private void say(@Nullable Node heir, Node... nodes) {
        content.setVisible(false);
        List<Node> before = List.copyOf(message.getChildren());
        message.getChildren().addAll(nodes);
        room.setVisible(true);
        if (heir != null && room.isFocusWithin()) {
            heir.requestFocus();
        }
        message.getChildren().removeAll(before);
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
