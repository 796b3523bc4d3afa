package clasp.journal.ui.detail;

import clasp.journal.bookmarks.Bookmark;
import clasp.journal.ui.fx.AfterFailure;
import clasp.journal.ui.fx.CopyDetails;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FittedPage;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.ScrollKeys;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pane beside the table: the selected entry with all its fields, its value as tree and as text, what it changed,
/// and the history of its address. Confined to the FX thread.
public final class DetailView extends StackPane {
    /// In a pane lower than this, its value counts more than its fields: those that stand nowhere else follow it.
    private static final double ROOM_FOR_FIELDS = 420;

    /// In one lower than this, what is said above the value is a line.
    private static final double ROOM_FOR_HEADER = 250;

    private final DetailViewModel model;
    private final DetailHeader header;
    private final FieldGrid fields;
    private final DetailTabs tabs;
    private final VBox body;
    private final VBox message = new VBox();
    private @Nullable EntryDetail shown;

    public DetailView(DetailViewModel model, FileDialogs dialogs) {
        this.model = model;
        header = new DetailHeader(model, dialogs);
        fields = new FieldGrid();
        tabs = new DetailTabs(model);
        body = new VBox(header, fields, tabs);
        var page = new FittedPage(body);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getStyleClass().add("detail");
        Stylesheets.add(this, "detail");
        message.getStyleClass().add("message");
        getChildren().addAll(page, message, report());
        heightProperty().subscribe(height -> fit());
        header.heightProperty().subscribe(height -> fit());
        ScrollKeys.route(page, ".detail > .fitted-page");
        model.content().subscribe(this::show);
        model.browsing().timeDisplay().subscribe(display -> showTimes());
        model.browsing().bookmarks().subscribe(now -> showNote());
    }

    private void fit() {
        boolean low = getHeight() < ROOM_FOR_FIELDS;
        header.setBrief(getHeight() < ROOM_FOR_HEADER);
        fields.setBrief(low);
        (low ? fields : tabs).toFront();
        tabs.fit(getHeight() - header.getHeight());
    }

    /// Lies over the pane, so that nothing moves when it comes and goes.
    private Label report() {
        var report = new Label();
        report.setId("detailReport");
        report.getStyleClass().add("report");
        report.setWrapText(true);
        report.setMaxHeight(USE_PREF_SIZE);
        report.textProperty().bind(model.copying().report());
        report.visibleProperty().bind(report.textProperty().isNotEmpty());
        report.setOnMouseClicked(event -> model.copying().forget());
        setAlignment(report, Pos.BOTTOM_CENTER);
        return report;
    }

    private void show(DetailContent content) {
        switch (content) {
            case DetailContent.Nothing() ->
                say(new FontIcon(Feather.MOUSE_POINTER), label(Texts.text("detail.nothing"), "hint"));
            case DetailContent.Loading(long seq) ->
                say(spinner(), label(Texts.text("detail.loading", NumberText.seq(seq)), "hint"));
            case DetailContent.Failed(long seq, Notice failure) -> say(failure(seq, failure));
            case DetailContent.Shown(EntryDetail detail) -> {
                message.getChildren().clear();
                message.setVisible(false);
                body.setVisible(true);
                shown = detail;
                header.show(detail);
                showNote();
                showTimes();
                tabs.show(detail);
            }
        }
    }

    private void showNote() {
        EntryDetail detail = shown;
        if (detail != null) {
            Bookmark bookmark =
                    model.browsing().bookmarks().get().get(detail.entry().seq());
            header.showNote(bookmark == null ? "" : bookmark.note());
        }
    }

    private void showTimes() {
        EntryDetail detail = shown;
        if (detail != null) {
            fields.show(detail, model.times(detail));
            tabs.showTimes(detail, model.times(detail));
        }
    }

    private void say(Node... nodes) {
        body.setVisible(false);
        message.getChildren().setAll(nodes);
        message.setVisible(true);
    }

    private Node[] failure(long seq, Notice failure) {
        var ways = AfterFailure.buttons(model.browsing(), Texts.text("detail.retry"), model::retry);
        var icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("failed");
        ways.getChildren().add(new CopyDetails(failure));
        ways.setAlignment(Pos.CENTER);
        return new Node[] {
            icon,
            label(Texts.text("detail.failed", NumberText.seq(seq)), "title"),
            label(failure.sentence(), "hint"),
            ways
        };
    }

    private static Node spinner() {
        var indicator = new ProgressIndicator();
        indicator.setMaxSize(28, 28);
        return indicator;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
