package clasp.journal.ui.recovery;

import clasp.journal.recovery.Loss;
import clasp.journal.recovery.LostEntries;
import clasp.journal.recovery.RecoveredParam;
import clasp.journal.ui.fx.FittedPage;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.ScrollKeys;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What if it crashed at the cursor: what a router started again there has lost, for both recoveries. Confined to the
/// FX thread.
final class CrashPane extends BorderPane implements ParamPage {
    private static final int NAMED = 5;

    /// The header and a row, and the beginning of the next.
    private static final double LEAST_TABLE = 60;

    /// In a narrower pane a column of sentences would show their beginnings only.
    private static final double ROOM_FOR_REASONS = 800;

    private final CrashViewModel model;
    private final DenseTable<Loss> table = new DenseTable<>("lossTable", "recoveryView.crash.table");
    private final Label documented = new Label();
    private final Label router = new Label();
    private final Label explanation = new Label();
    private final VBox content = new VBox();
    private final FittedPage page = new FittedPage(content);

    CrashPane(CrashViewModel model) {
        this.model = model;
        getStyleClass().add("crash-pane");
        table.column(
                        "recoveryView.column.loss",
                        110,
                        loss -> Texts.text("recoveryView.loss." + loss.kind().key()))
                .column(
                        "recoveryView.column.address",
                        200,
                        loss -> DenseTable.address(loss.address()),
                        "mono",
                        "address")
                .column("recoveryView.column.was", 120, loss -> value(loss.before()), "mono")
                .column("recoveryView.column.comesBack", 120, loss -> value(loss.after()), "mono")
                .sentences("recoveryView.column.explanation", 240, loss -> DenseTable.line(loss.explanation()));
        table.grow(4, 4, 1);
        // The selected row is explained below, too.
        table.last()
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> getWidth() >= ROOM_FOR_REASONS, widthProperty()));
        table.placeholder("recoveryView.crash.nothingLost");
        table.onOpen(loss -> model.cursor().focus().ask(loss.address()));
        table.setContextMenu(new SelectionMenu(
                table.getSelectionModel().selectedItemProperty(),
                table.onWhy(loss -> model.cursor().focus().ask(loss.address()))));
        table.setMinHeight(LEAST_TABLE);
        table.setPrefHeight(LEAST_TABLE);
        table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
        table.onSelect(loss -> {
            model.cursor().focus().select(loss.address());
            page.reveal(explanation);
        });
        explanation.setId("lossExplanation");
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        explanation.getStyleClass().add("advice");
        explain(null);
        documented.setId("crashDocumented");
        router.setId("crashRouter");
        for (Label label : List.of(documented, router)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add("verdict");
        }
        var body = new VBox(documented, router, table, explanation);
        VBox.setVgrow(table, Priority.ALWAYS);
        var outcome = new OutcomePane<>(
                model.question(), model.cursor().browsing(), model.cursor().nowhere(), body, this::show);
        VBox.setVgrow(outcome, Priority.ALWAYS);
        content.getChildren().setAll(outcome);
        setCenter(page);
        ScrollKeys.route(this, ".fitted-page");
    }

    @Override
    public void shown() {
        table.withSelected(loss -> model.cursor().focus().show(loss.address()));
    }

    private void explain(@Nullable Loss loss) {
        explanation.setText(loss == null ? "" : loss.explanation());
        explanation.setVisible(loss != null);
        explanation.setManaged(loss != null);
    }

    private static String value(@Nullable RecoveredParam param) {
        return param == null
                ? Texts.text("recoveryView.nothing")
                : DenseTable.line(param.param().valueJson());
    }

    /// What is missing in the middle is lost for every recovery.
    private static void holes(@Nullable LostEntries holes, List<String> sentences) {
        if (holes == null || holes.entries() == 0) {
            return;
        }
        sentences.add(Texts.text("recoveryView.crash.holes", holes.entries(), NumberText.seq(holes.first())));
        if (!holes.stale().isEmpty()) {
            sentences.add(
                    Texts.text("recoveryView.crash.holes.stale", holes.stale().size(), some(holes.stale())));
        }
        if (!holes.madeGood().isEmpty()) {
            sentences.add(Texts.text(
                    "recoveryView.crash.holes.madeGood", holes.madeGood().size(), some(holes.madeGood())));
        }
    }

    private static String some(List<String> addresses) {
        String listed = String.join(
                ", ", addresses.stream().limit(NAMED).map(DenseTable::address).toList());
        return addresses.size() > NAMED ? listed + ", …" : listed;
    }

    private static String listed(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : Texts.text(
                        "recoveryView.crash.and",
                        String.join(", ", parts.subList(0, parts.size() - 1)),
                        parts.getLast());
    }

    private void show(CrashViewModel.Plan plan) {
        String seq = NumberText.seq(plan.seq());
        int params = plan.documented().params().size();
        String key = plan.uncovered() ? "recoveryView.crash.documentedLoses" : "recoveryView.crash.documentedKeeps";
        List<String> kept = new ArrayList<>(List.of(Texts.text(key, seq, params)));
        holes(plan.holes(), kept);
        boolean documentedLoses =
                plan.uncovered() || (plan.holes() != null && plan.holes().entries() > 0);
        documented.setText(String.join(" ", kept));
        List<String> parts = new ArrayList<>();
        plan.counts().forEach((kind, count) -> parts.add(Texts.text("recoveryView.crash.count." + kind.key(), count)));
        router.setText(
                parts.isEmpty()
                        ? Texts.text("recoveryView.crash.routerKeeps", params)
                        : Texts.text("recoveryView.crash.routerLoses", listed(parts)));
        router.getStyleClass().setAll("label", "verdict", parts.isEmpty() ? "good" : "bad");
        documented.getStyleClass().setAll("label", "verdict", documentedLoses ? "bad" : "good");
        table.show(plan.losses(), Loss::address);
    }
}
