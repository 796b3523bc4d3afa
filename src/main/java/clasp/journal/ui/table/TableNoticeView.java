package clasp.journal.ui.table;

import clasp.journal.query.Query;
import clasp.journal.ui.fx.CopyDetails;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is said where rows would stand, with what can be done about it. Confined to the FX thread.
final class TableNoticeView extends VBox {
    private final EntryTableViewModel model;

    TableNoticeView(EntryTableViewModel model) {
        this.model = model;
        getStyleClass().add("table-notice");
        setPickOnBounds(false);
        model.notice().subscribe(this::show);
        model.browsing()
                .info()
                .map(info -> info.access().isOver())
                .subscribe((before, now) -> show(model.notice().get()));
    }

    private void show(TableNotice notice) {
        List<Node> content = switch (notice) {
            case TableNotice.None() -> List.of();
            case TableNotice.Loading() -> List.of(waiting(), hint("table.notice.loading"));
            case TableNotice.EmptyJournal(long deletedUpTo) ->
                deletedUpTo == 0
                        ? empty()
                        : List.of(
                                icon(Feather.INBOX),
                                title("table.notice.deleted"),
                                hint("table.notice.deleted.hint", NumberText.seq(deletedUpTo)));
            case TableNotice.NoMatch(String query) ->
                List.of(
                        icon(Feather.FILTER),
                        title("table.notice.noMatch"),
                        label(LineText.of(query, 120), "query"),
                        button("table.notice.clear", "clearFilter", this::clearFilter));
            case TableNotice.Stopped() ->
                List.of(
                        icon(Feather.PAUSE_CIRCLE),
                        title("table.notice.stopped"),
                        button("table.notice.continue", "continueSearch", model::retry));
            case TableNotice.Failed(Notice failure) ->
                List.of(
                        icon(Feather.ALERT_TRIANGLE),
                        title("table.notice.failed"),
                        label(failure.sentence(), "hint"),
                        new HBox(
                                8,
                                button("table.notice.retry", "retryLoading", model::retry),
                                new CopyDetails(failure)));
        };
        getStyleClass().setAll("table-notice");
        if (notice instanceof TableNotice.Failed) {
            getStyleClass().add("failed");
        }
        boolean besideRows = model.loadedRows() > 0;
        if (besideRows) {
            getStyleClass().add("beside-rows");
        }
        StackPane.setAlignment(this, besideRows ? Pos.BOTTOM_CENTER : Pos.CENTER);
        setMaxHeight(besideRows ? USE_PREF_SIZE : Double.MAX_VALUE);
        getChildren().setAll(content);
        setVisible(!content.isEmpty());
    }

    private List<Node> empty() {
        boolean over = model.browsing().info().get().access().isOver();
        String key = over
                ? "table.notice.over"
                : model.browsing().journal().isPart() ? "table.notice.part" : "table.notice.empty";
        return List.of(icon(Feather.INBOX), title(key), hint(key + ".hint"));
    }

    private void clearFilter() {
        model.browsing().query().set(Query.ALL);
    }

    private static Node icon(Ikon ikon) {
        return new FontIcon(ikon);
    }

    private static Node waiting() {
        var indicator = new ProgressIndicator();
        indicator.setMaxSize(28, 28);
        return indicator;
    }

    private static Node title(String key) {
        return label(Texts.text(key), "title");
    }

    private static Node hint(String key, Object... arguments) {
        return label(Texts.text(key, arguments), "hint");
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Button button(String key, String id, Runnable action) {
        return DialogParts.button(id, Texts.text(key), action);
    }
}
