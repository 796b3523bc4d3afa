package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.recovery.LastMoments;
import clasp.journal.ui.fx.Choice;
import clasp.journal.ui.fx.DurationText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Who wrote what in the last moments before the cursor. Confined to the FX thread.
final class MomentsPane extends BorderPane implements ParamPage {
    private static final double MICROS_PER_SECOND = 1_000_000;

    private final MomentsViewModel model;
    private final DenseTable<LastMoments.Group> table = new DenseTable<>("momentsTable", "recoveryView.moments.table");
    private final Label summary = new Label();

    MomentsPane(MomentsViewModel model) {
        this.model = model;
        getStyleClass().add("moments-pane");
        table.column("recoveryView.column.ago", 92, group -> step(group.microsAgo()), "mono", "right")
                .column("recoveryView.column.author", 96, group -> DenseTable.line(group.author()), "mono")
                .column(
                        "recoveryView.column.address",
                        150,
                        group -> DenseTable.address(group.address()),
                        "mono",
                        "address")
                .column(
                        "recoveryView.column.entries",
                        80,
                        group -> NumberText.grouped(group.entries()),
                        "mono",
                        "right")
                .column("recoveryView.column.sets", 58, group -> NumberText.grouped(group.sets()), "mono", "right")
                .column(
                        "recoveryView.column.lastValue",
                        96,
                        group -> DenseTable.line(group.last().valueJson()),
                        "mono")
                .column(
                        "recoveryView.column.seq",
                        70,
                        group -> NumberText.seq(group.last().seq()),
                        "mono",
                        "right");
        table.grow(1, 2, 5);
        table.placeholder("recoveryView.moments.none");
        table.onOpen(model::go);
        table.onSelect(group -> model.cursor().focus().select(group.address()));
        table.setContextMenu(new SelectionMenu(
                table.getSelectionModel().selectedItemProperty(),
                table.onWhy(model::why),
                item("recoveryView.moments.filter", Feather.FILTER, () -> selected(model::show))));
        setTop(bar());
        setCenter(new OutcomePane<>(
                model.question(), model.cursor().browsing(), model.cursor().nowhere(), table, this::show));
    }

    @Override
    public void shown() {
        table.withSelected(group -> model.cursor().focus().show(group.address()));
    }

    /// As the table writes steps in time.
    private static String step(long microsAgo) {
        return microsAgo > 0 ? DurationText.step(microsAgo, 0) : DurationText.step(0, -microsAgo);
    }

    private HBox bar() {
        var last = new Label(Texts.text("recoveryView.moments.last"));
        last.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(last);
        bar.getStyleClass().add("bar");
        var group = new ToggleGroup();
        for (Duration span : MomentsViewModel.SPANS) {
            var toggle = new ToggleButton(Texts.text("recoveryView.moments.seconds", span.toSeconds()));
            toggle.setId("span-" + span.toSeconds());
            toggle.getStyleClass().add(Styles.SMALL);
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            Choice.bind(toggle, group, span, model.span());
            bar.getChildren().add(toggle);
        }
        summary.setId("momentsSummary");
        summary.getStyleClass().add("summary");
        summary.setWrapText(true);
        HBox.setHgrow(summary, Priority.SOMETIMES);
        bar.getChildren().add(summary);
        return bar;
    }

    private static MenuItem item(String key, Feather icon, Runnable action) {
        var item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void selected(java.util.function.Consumer<LastMoments.Group> action) {
        LastMoments.Group group = table.getSelectionModel().getSelectedItem();
        if (group != null) {
            action.accept(group);
        }
    }

    private void show(LastMoments moments) {
        StringBuilder text = new StringBuilder(Texts.text(
                "recoveryView.moments.summary",
                moments.entries(),
                moments.groups().size()));
        if (!moments.steps().isEmpty()) {
            LastMoments.ClockStep latest = moments.steps().getFirst();
            text.append(Texts.text(
                    "recoveryView.moments.clockBack",
                    moments.steps().size(),
                    latest.micros() / MICROS_PER_SECOND,
                    NumberText.seq(latest.seq())));
        }
        if (moments.silenceMicros() > 0) {
            text.append(Texts.text("recoveryView.moments.silence", moments.silenceMicros() / MICROS_PER_SECOND));
        }
        summary.setText(text.toString());
        summary.setTooltip(new Tooltip(summary.getText()));
        table.show(moments.groups(), group -> group.author() + "\n" + group.address());
    }
}
