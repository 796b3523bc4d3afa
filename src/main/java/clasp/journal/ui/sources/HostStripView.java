package clasp.journal.ui.sources;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.DropDown;
import clasp.journal.ui.fx.Question;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import clasp.journal.ui.sources.HostStripViewModel.Phase;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a hosted session is reached, how it fares, and the way to stop it. Confined to the FX thread.
final class HostStripView extends HBox {
    private static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");

    /// As long as everything stands beside each other, in whatever window.
    private static final double ONE_ROW = 2_000;

    private final HostStripViewModel model;
    private final Question.Asker asker;
    private final DropDown guests;

    HostStripView(HostStripViewModel model, Question.Asker asker) {
        super(8);
        this.model = model;
        this.asker = asker;
        setId("hostStrip");
        getStyleClass().add("host-strip");
        Stylesheets.add(this, "sources");
        var state = new Label("", new FontIcon(Feather.RADIO));
        state.setId("hostState");
        state.setMinWidth(USE_PREF_SIZE);
        state.getStyleClass().add("state");
        List<Button> addresses = new ArrayList<>();
        addresses(addresses, "host.copy.client", model.clientUrls(), model);
        addresses(addresses, "host.copy.journal", model.journalUrls(), model);
        if (!model.token().isEmpty()) {
            addresses.add(copyButton(
                    "hostCopyToken", Texts.text("host.copy.token.label"), "host.copy.token", model.token(), model));
        }
        var traffic = new Label();
        traffic.setId("hostTraffic");
        traffic.textProperty().bind(model.traffic());
        guests = new DropDown("hostClients", "sources", () -> new GuestsPane(model.guests()));
        guests.say(Texts.text("host.guests.action"), false, Texts.text("host.guests.tip"));
        guests.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        var trouble = new Label();
        trouble.setId("hostTrouble");
        trouble.getStyleClass().add("trouble");
        trouble.textProperty().bind(model.trouble());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        var copied = new Label();
        copied.setId("hostCopied");
        copied.setText(Texts.text("host.copied"));
        // Its place is kept while it is not said: what stands beside it would move under the pointer.
        copied.visibleProperty().bind(Bindings.isNotEmpty(model.copied()));
        copied.managedProperty().bind(model.phase().isEqualTo(Phase.RUNNING));
        var middle = new FlowPane(6, 2);
        middle.getChildren().addAll(addresses);
        middle.getChildren().add(copied);
        middle.getChildren().addAll(guests, traffic, trouble);
        middle.setPrefWrapLength(ONE_ROW);
        middle.setMinWidth(0);
        for (Label sentence : List.of(traffic, trouble)) {
            sentence.setWrapText(true);
            // Before it is laid out, that is no width to wrap lines in: it would be as high as there are words.
            sentence.maxWidthProperty()
                    .bind(middle.widthProperty().map(width -> width.doubleValue() > 0 ? width : (Number) ONE_ROW));
        }
        HBox.setHgrow(middle, Priority.ALWAYS);
        Button stop = DialogParts.button("hostStop", Texts.text("host.stop.action"), this::stop, Styles.SMALL);
        stop.setGraphic(DialogParts.stopSign());
        getChildren().addAll(state, middle, stop);
        List<Button> whileRunning = new ArrayList<>(addresses);
        whileRunning.add(guests);
        model.phase().subscribe(phase -> {
            state.setText(words(phase));
            stop.setDisable(phase != Phase.RUNNING);
            stop.setVisible(phase == Phase.RUNNING || phase == Phase.STOPPING);
            stop.setManaged(stop.isVisible());
            for (Button button : whileRunning) {
                button.setVisible(phase == Phase.RUNNING);
                button.setManaged(button.isVisible());
            }
            pseudoClassStateChanged(STOPPED, !stop.isVisible());
        });
        WhileInScene.run(this, model::watch, model::rest);
    }

    /// Ends the session, when the user agrees.
    void stop() {
        asker.ask(model.beforeStopping(), model::stop);
    }

    void showClients() {
        guests.open();
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case RUNNING -> Texts.text("host.state.running");
            case STOPPING -> Texts.text("host.state.stopping");
            case STOPPED -> Texts.text("host.state.stopped");
            case FAILED -> Texts.text("host.state.failed");
        };
    }

    private static void addresses(List<Button> row, String tip, List<String> urls, HostStripViewModel model) {
        for (String url : urls) {
            Button button = copyButton("hostCopy", url, tip, url, model);
            button.getStyleClass().add("address");
            row.add(button);
        }
    }

    private static Button copyButton(String id, String label, String tip, String text, HostStripViewModel model) {
        Button button = DialogParts.button(
                id,
                label,
                () -> {
                    copy(text);
                    model.tellCopied();
                },
                Styles.SMALL,
                Styles.FLAT);
        button.setGraphic(new FontIcon(Feather.COPY));
        button.setTooltip(new Tooltip(Texts.text(tip)));
        button.setAccessibleText(Texts.text(tip) + " " + label);
        return button;
    }

    private static void copy(String text) {
        SystemClipboard.put(text);
    }
}
