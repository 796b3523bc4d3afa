package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair;
import clasp.journal.ui.fx.Choice;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two journals side by side from where they part. Confined to the FX thread.
final class PairPane extends BorderPane {
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");

    private final PairViewModel model;
    private final DenseTable<JournalPair.Pair> table = new DenseTable<>("pairTable", "recoveryView.pair.table");
    private final Label summary = new Label();

    PairPane(PairViewModel model, FileDialogs dialogs) {
        this.model = model;
        getStyleClass().add("pair-pane");
        side(
                "recoveryView.column.seqHere",
                "recoveryView.column.addressHere",
                "recoveryView.column.valueHere",
                pair -> pair.left());
        side(
                "recoveryView.column.seqThere",
                "recoveryView.column.addressThere",
                "recoveryView.column.valueThere",
                pair -> pair.right());
        table.sentences("recoveryView.column.differs", 130, PairPane::difference);
        table.grow(1, 2, 4, 5, 6);
        table.placeholder("recoveryView.pair.none");
        table.setRowFactory(view -> new Row());
        table.onOpen(model::go);
        setTop(new VBox(bar(dialogs), OtherJournalBar.message(model.other())));
        setCenter(new OutcomePane<>(model.question(), "recoveryView.pair.choose", table, this::show));
    }

    private void side(
            String seqTitle,
            String addressTitle,
            String valueTitle,
            Function<JournalPair.Pair, @Nullable Entry> entry) {
        table.column(seqTitle, 96, of(entry, each -> NumberText.seq(each.seq())), "mono", "right")
                .column(addressTitle, 150, of(entry, each -> DenseTable.address(each.address())), "mono")
                .column(valueTitle, 100, of(entry, each -> DenseTable.line(each.valueJson())), "mono");
    }

    private static Function<JournalPair.Pair, String> of(
            Function<JournalPair.Pair, @Nullable Entry> side, Function<Entry, String> text) {
        return pair -> {
            Entry entry = side.apply(pair);
            return entry == null ? "" : text.apply(entry);
        };
    }

    private FlowPane bar(FileDialogs dialogs) {
        var group = new ToggleGroup();
        var align = new HBox(
                new Label(Texts.text("recoveryView.pair.align")),
                alignment("seq", JournalPair.Alignment.SEQ, group, Styles.LEFT_PILL),
                alignment("time", JournalPair.Alignment.TIME, group, Styles.RIGHT_PILL));
        align.getStyleClass().add("rules");
        summary.setId("pairSummary");
        summary.getStyleClass().add("summary");
        var outdated = new Hyperlink(Texts.text("recoveryView.pair.outdated"));
        outdated.setId("pairOutdated");
        outdated.setOnAction(event -> model.lookAgain());
        outdated.visibleProperty().bind(model.outdated());
        outdated.managedProperty().bind(outdated.visibleProperty());
        var bar = new FlowPane(
                new OtherJournalBar("pairOther", model.cursor(), model.other(), dialogs),
                align,
                jump("firstDivergence", "recoveryView.pair.first", Feather.SKIP_BACK, model.noFirst(), model::first),
                jump("nextDivergence", "recoveryView.pair.next", Feather.CHEVRONS_RIGHT, model.noNext(), model::next),
                summary,
                outdated);
        bar.getStyleClass().add("choices");
        return bar;
    }

    /// A disabled button shows no tooltip, so what is around it says why it is disabled.
    private static HBox jump(String id, String key, Feather icon, ObservableStringValue whyNot, Runnable action) {
        var button = new Button(Texts.text(key), new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        var around = new HBox(button);
        var reason = new Tooltip();
        whyNot.subscribe(now -> {
            button.setDisable(!now.isEmpty());
            button.setAccessibleHelp(now);
            reason.setText(now);
            if (now.isEmpty()) {
                Tooltip.uninstall(around, reason);
            } else {
                Tooltip.install(around, reason);
            }
        });
        return around;
    }

    private ToggleButton alignment(String key, JournalPair.Alignment by, ToggleGroup group, String style) {
        var toggle = new ToggleButton(Texts.text("recoveryView.pair.by." + key));
        toggle.setId("align-" + key);
        toggle.getStyleClass().addAll(style, Styles.SMALL);
        Choice.bind(toggle, group, by, model.alignment());
        return toggle;
    }

    private void show(JournalPair.Part part) {
        table.getItems().setAll(part.rows());
        boolean found = part.divergence() >= 0;
        summary.setText(
                found
                        ? Texts.text(
                                part.first() ? "recoveryView.pair.found" : "recoveryView.pair.foundNext",
                                NumberText.seq(
                                        part.rows().get(part.divergence()).seq()),
                                part.alike())
                        : Texts.text(
                                part.first() ? "recoveryView.pair.alike" : "recoveryView.pair.alikeOn", part.alike()));
        if (found) {
            table.getSelectionModel().clearAndSelect(part.divergence());
            table.scrollTo(Math.max(0, part.divergence() - 3));
        }
    }

    private static String difference(JournalPair.Pair pair) {
        Entry left = pair.left();
        Entry right = pair.right();
        if (pair.alike()) {
            return "";
        }
        if (left == null || right == null) {
            return Texts.text(left == null ? "recoveryView.pair.onlyThere" : "recoveryView.pair.onlyHere");
        }
        List<String> fields = new ArrayList<>();
        differs("address", left.address(), right.address(), fields);
        differs("value", left.valueJson(), right.valueJson(), fields);
        differs("revision", left.revision(), right.revision(), fields);
        differs("author", left.author(), right.author(), fields);
        differs("time", left.timestampMicros(), right.timestampMicros(), fields);
        differs("signalType", left.signalType(), right.signalType(), fields);
        differs("msgType", left.msgType(), right.msgType(), fields);
        return String.join(", ", fields);
    }

    private static void differs(String field, @Nullable Object one, @Nullable Object other, List<String> fields) {
        if (!Objects.equals(one, other)) {
            fields.add(Texts.text("recoveryView.field." + field));
        }
    }

    private static final class Row extends TableRow<JournalPair.Pair> {
        @Override
        protected void updateItem(JournalPair.@Nullable Pair item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(DIFFERENT, item != null && !empty && !item.alike());
        }
    }
}
