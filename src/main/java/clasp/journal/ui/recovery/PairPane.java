package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Two journals side by side from where they part. Confined to the FX thread.
final class PairPane extends BorderPane {
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");

    /// Room for 14 characters.
    private static final double LEAST_ADDRESS = 130;

    private static final double LEAST_VALUE = 95;

    private final PairViewModel model;
    private final DenseTable<JournalPair.Pair> table = new DenseTable<>("pairTable", "recoveryView.pair.table");
    private final Label summary = new Label();
    private final Hyperlink shift = new Hyperlink();

    PairPane(PairViewModel model, FileDialogs dialogs) {
        this.model = model;
        getStyleClass().add("pair-pane");
        table.hinted("recoveryView.column.time", 128, time(TimeText::clock), time(PairPane::whole), "mono", "right");
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
        table.sentences("recoveryView.column.differs", 232, PairWords::difference);
        // By how much times differ, the last column says.
        table.growAndLeave(List.of(0), 7, 2, 3, 5, 6);
        table.placeholder("recoveryView.pair.none");
        table.setRowFactory(view -> new Row());
        table.onOpen(model::go);
        model.cursor().browsing().timeDisplay().subscribe(display -> table.refresh());
        setTop(new VBox(new PairBar(model, dialogs), sentence(), shift(), OtherJournalBar.message(model.other())));
        setCenter(new OutcomePane<>(
                model.question(), model.cursor().browsing(), "recoveryView.pair.choose", table, this::show));
        PairBar.keys(this, model);
    }

    private void side(
            String seqTitle,
            String addressTitle,
            String valueTitle,
            Function<JournalPair.Pair, @Nullable Entry> entry) {
        table.column(seqTitle, 88, of(entry, each -> NumberText.seq(each.seq())), "mono", "right")
                .addresses(addressTitle, 150, LEAST_ADDRESS, of(entry, each -> DenseTable.address(each.address())))
                .column(valueTitle, 100, of(entry, each -> DenseTable.line(each.valueJson())), "mono")
                .last()
                .setMinWidth(LEAST_VALUE);
    }

    private static Function<JournalPair.Pair, String> of(
            Function<JournalPair.Pair, @Nullable Entry> side, Function<Entry, String> text) {
        return pair -> {
            Entry entry = side.apply(pair);
            return entry == null ? "" : text.apply(entry);
        };
    }

    /// The time here, or else there: where both are there and differ, the last column says by how much.
    private Function<JournalPair.Pair, String> time(TimeWords words) {
        return of(
                pair -> pair.left() != null ? pair.left() : pair.right(),
                entry -> words.of(Times.of(model.cursor().browsing()), entry.timestampMicros()));
    }

    private static String whole(TimeText text, long micros) {
        return text.full(micros) + " " + text.unit(micros);
    }

    private interface TimeWords {
        String of(TimeText text, long micros);
    }

    /// On lines of its own: however long it is, the buttons above it stay where they are.
    private Node sentence() {
        summary.setId("pairSummary");
        summary.getStyleClass().add("summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        var outdated = new Hyperlink(Texts.text("recoveryView.pair.outdated"));
        outdated.setId("pairOutdated");
        outdated.setMinWidth(USE_PREF_SIZE);
        outdated.setOnAction(event -> model.lookAgain());
        outdated.visibleProperty().bind(model.outdated());
        outdated.managedProperty().bind(outdated.visibleProperty());
        Label name = OtherJournalBar.name(model.other());
        name.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(name, summary, outdated);
        line.getStyleClass().add("pair-sentence");
        return line;
    }

    private Node shift() {
        shift.setId("pairShift");
        shift.setWrapText(true);
        shift.setMinHeight(USE_PREF_SIZE);
        shift.setOnAction(event -> {
            // The link goes with what it says.
            table.requestFocus();
            model.alignment().set(JournalPair.Alignment.SEQ);
        });
        // Around it is room for the ring that says that it has the keyboard.
        var line = new HBox(shift);
        line.getStyleClass().add("pair-shift");
        line.visibleProperty().bind(shift.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private void show(JournalPair.Part part) {
        table.getItems().setAll(part.rows());
        summary.setText(PairWords.place(part));
        shift.setText(part.shift().map(PairWords::shift).orElse(""));
        if (part.place() >= 0) {
            table.lead(part.place());
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
