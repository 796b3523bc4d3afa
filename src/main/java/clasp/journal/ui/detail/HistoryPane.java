package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.AfterFailure;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The entries of the address over time: a plot of the numbers and the list of all, which comes first where there is
/// little room. Confined to the FX thread.
final class HistoryPane extends VBox {
    /// For the plot above a few rows.
    private static final double ROOM_FOR_PLOT = HistoryList.FEW_ROWS + 88;

    private final HistoryModel model;
    private final PlotView plot;
    private final HistoryList list;
    private final Label noNumbers = new Label();
    private final Label extent = new Label();
    private final Label problem = new Label();
    private final VBox failure;

    HistoryPane(DetailViewModel detail) {
        model = detail.history();
        plot = new PlotView(detail);
        getStyleClass().add("history-pane");
        extent.setId("historyExtent");
        extent.getStyleClass().add("extent");
        extent.setWrapText(true);
        extent.setMinHeight(Region.USE_PREF_SIZE);
        noNumbers.setId("noNumbers");
        noNumbers.getStyleClass().add("extent");
        noNumbers.setText(Texts.text("detail.history.noNumbers"));
        noNumbers.setWrapText(true);
        noNumbers.setMinHeight(Region.USE_PREF_SIZE);
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        failure = new VBox(problem, AfterFailure.links(detail.browsing(), Texts.text("detail.retry"), model::retry));
        failure.getStyleClass().add("failure");
        getChildren().addAll(noNumbers, plot, extent, failure);
        model.window().subscribe(window -> update());
        model.total().subscribe(total -> update());
        model.problem().subscribe(now -> update());
        // It hears of a new window after the others have taken or left their room.
        list = new HistoryList(detail);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
        heightProperty().subscribe(height -> plot.fit(height.doubleValue() / 2));
    }

    /// @param room the height that is in sight
    void fit(double room) {
        list.fit(room);
        if (room < ROOM_FOR_PLOT) {
            list.toBack();
        } else {
            list.toFront();
        }
    }

    void showTimes(TimeText times) {
        plot.show(times);
        list.show(times);
    }

    private void update() {
        HistoryWindow window = model.window().get();
        boolean numbers = window != null && !window.plot().points().isEmpty();
        show(plot, numbers);
        show(noNumbers, window != null && !numbers);
        extent.setText(
                window == null
                        ? Texts.text("detail.history.loading")
                        : extent(window, model.total().get()));
        String sentence = model.problem().get();
        problem.setText(sentence == null ? "" : sentence);
        show(failure, sentence != null);
    }

    /// How much of the history is there.
    ///
    /// @param total entries at the address; null while that is unknown
    static String extent(HistoryWindow window, @Nullable Long total) {
        int rows = window.rows().size();
        int others = window.plot().others();
        String text;
        if (window.whole()) {
            text = Texts.text("detail.history.all", rows, NumberText.grouped(rows));
        } else {
            String of = total == null ? "…" : NumberText.grouped(Math.max(total, rows));
            text = Texts.text(
                    window.moreNewer() ? "detail.history.around" : "detail.history.newest",
                    NumberText.grouped(rows),
                    of);
        }
        String numbers = others == 0 || window.plot().points().isEmpty()
                ? ""
                : Texts.text("detail.history.others", others, NumberText.grouped(others));
        return text + numbers + (window.damaged() ? Texts.text("detail.history.damaged") : "");
    }

    private static void show(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /// How a history line is read out.
    static String line(Row row, TimeText times) {
        Entry entry = row.entry();
        return Texts.text(
                "detail.history.line",
                NumberText.seq(entry.seq()),
                times.clock(entry.timestampMicros()),
                LineText.of(entry.valueJson(), 200));
    }
}
