package clasp.journal.ui.snapshot;

import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says which state is on screen, what is wrong with it, and leads to its place in the journal.
/// Confined to the FX thread.
final class StateHeader extends VBox {
    private final SnapshotViewModel model;
    private final Label title = new Label();
    private final Label description = new Label();
    private final VBox problems = new VBox();
    private final Button reveal = new Button(Texts.text("snapshot.reveal"), new FontIcon(Feather.CROSSHAIR));

    StateHeader(SnapshotViewModel model) {
        this.model = model;
        getStyleClass().add("state-header");
        title.getStyleClass().add("title");
        description.getStyleClass().add("description");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        problems.getStyleClass().add("problems");
        reveal.setId("reveal");
        reveal.getStyleClass().add("small");
        reveal.setMinWidth(Region.USE_PREF_SIZE);
        reveal.setTooltip(new Tooltip(Texts.text("snapshot.reveal.tip")));
        reveal.setOnAction(event -> model.reveal());
        var refresh = new Button(Texts.text("snapshot.refresh"), new FontIcon(Feather.REFRESH_CW));
        refresh.setId("refresh");
        refresh.getStyleClass().addAll("small", "accent");
        refresh.setMinWidth(Region.USE_PREF_SIZE);
        refresh.setTooltip(new Tooltip(Texts.text("snapshot.refresh.tip")));
        refresh.setOnAction(event -> model.reload());
        refresh.visibleProperty().bind(model.outdated());
        refresh.managedProperty().bind(model.outdated());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var top = new HBox(8, title, gap, refresh, reveal);
        top.getStyleClass().add("top");
        getChildren().addAll(top, description, problems);
    }

    void show(SnapshotContent content) {
        StateText text = StateText.of(model.browsing().timeDisplay().get());
        switch (content) {
            case SnapshotContent.Params params -> {
                title.setText(StateText.name(params.state().source()));
                description.setText(text.describe(params.state()));
                problems(List.of(params.state()));
            }
            case SnapshotContent.Changes changes -> {
                title.setText(StateText.name(changes.before().source()) + " → "
                        + StateText.name(changes.after().source()));
                description.setText(named(text, changes.before()) + "\n" + named(text, changes.after()));
                problems(List.of(changes.before(), changes.after()));
            }
            case SnapshotContent.Nothing _,
                    SnapshotContent.Loading _,
                    SnapshotContent.Stopped _,
                    SnapshotContent.Failed _ -> {
                StateSource source = model.subject().get();
                title.setText(source == null ? "" : StateText.name(source));
                description.setText("");
                problems(List.of());
            }
        }
        reveal.setDisable(description.getText().isEmpty());
    }

    private static String named(StateText text, LoadedState state) {
        return StateText.name(state.source()) + ": " + text.describe(state);
    }

    private void problems(List<LoadedState> states) {
        problems.getChildren()
                .setAll(states.stream()
                        .flatMap(state -> Stream.of(
                                problem(state, state.damage(), "damaged"),
                                problem(state, state.claspRefusal(), "refused")))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /// What it means for both recoveries is said once.
    private static String recovery(LoadedState state, String style) {
        return style.equals("refused") && state.damage() != null ? "" : Texts.text("snapshot.problem.recovery");
    }

    private static @Nullable Label problem(LoadedState state, @Nullable String sentence, String style) {
        if (sentence == null) {
            return null;
        }
        var icon = new FontIcon(style.equals("damaged") ? Feather.ALERT_OCTAGON : Feather.ALERT_TRIANGLE);
        String text = Texts.text(
                "snapshot.problem." + style, StateText.name(state.source()), sentence, recovery(state, style));
        var label = new Label(text.strip(), icon);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("banner", style);
        return label;
    }
}
