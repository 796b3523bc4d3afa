package clasp.journal.ui.compaction;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;
import static clasp.journal.ui.fx.DialogParts.page;

import clasp.journal.store.JournalInfo;
import clasp.journal.store.SiblingName;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FirstFocus;
import clasp.journal.ui.fx.ScrollKeys;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The content of the compaction dialog, from choice to outcome. Works while it is in a scene.
/// Confined to the FX thread.
public final class CompactionView extends VBox {
    /// A page with little to say, which needs less room.
    private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

    private static final double LEAST_HEIGHT = 780;
    private static final double LEAST_BRIEF = 360;

    private final CompactionViewModel model;
    private final FileDialogs dialogs;
    private final Runnable close;
    private final Consumer<Path> open;
    private final ChoicePane choice;
    private final Button compact;
    private final PlanLabel plan;
    private final Label title = new Label();
    private final StackPane body = new StackPane();
    private final HBox buttons = new HBox(8);
    private boolean onlyRestoring;

    /// @param close called when the user is done with the dialog
    /// @param open shows a file in a tab
    public CompactionView(CompactionViewModel model, FileDialogs dialogs, Runnable close, Consumer<Path> open) {
        this.model = model;
        this.dialogs = dialogs;
        this.close = close;
        this.open = open;
        choice = new ChoicePane(model, dialogs);
        plan = new PlanLabel(model);
        compact = button("compact", action(), model::compact, "danger");
        getStyleClass().add("compaction-view");
        Stylesheets.add(this, "compaction");
        title.setId("compactionTitle");
        title.getStyleClass().add("dialog-title");
        VBox.setVgrow(body, Priority.ALWAYS);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(title, body, plan, buttons);
        compact.disableProperty().bind(model.ready().not());
        model.cut().preview().subscribe(preview -> compact.setText(action()));
        model.phase().subscribe(this::show);
        ScrollKeys.route(this, ".scroll-pane");
        WhileInScene.run(this, model::start, model::stop);
    }

    private void show(CompactionPhase phase) {
        title.setText(Texts.text(
                phase.restores() ? "compaction.title.restore" : "compaction.title",
                model.browsing().info().get().name()));
        pseudoClassStateChanged(BRIEF, phase.brief());
        List<Node> left = new ArrayList<>();
        List<Node> right = new ArrayList<>();
        plan.show(phase instanceof CompactionPhase.Choosing);
        switch (phase) {
            case CompactionPhase.Checking _ -> {
                body.getChildren().setAll(new WaitingPane("compaction.checking", model.looked()));
                right.add(closing());
            }
            case CompactionPhase.Unavailable(String reason) -> {
                body.getChildren().setAll(page(OutcomePane.unavailable(reason)));
                if (model.canRestore()) {
                    left.add(restoringOther());
                }
                right.add(closing());
            }
            case CompactionPhase.Choosing _ -> {
                body.getChildren().setAll(scrolling(choice));
                // What scrolls comes into the scene with its style, and not before could it have the keyboard.
                body.applyCss();
                left.add(restoringOther());
                right.add(closing());
                right.add(compact);
            }
            case CompactionPhase.Compacting _ -> {
                body.getChildren().setAll(page(new WorkingPane(model, "compaction.working")));
                right.add(cancelling());
            }
            case CompactionPhase.Restoring _ -> {
                body.getChildren().setAll(page(new WorkingPane(model, "compaction.restoring")));
                right.add(cancelling());
            }
            case CompactionPhase.Compacted(var outcome, var check) -> {
                var pane = OutcomePane.compacted(
                        outcome, model.inFile(), () -> outcome.backupFile().ifPresent(model::askToRestore));
                pane.getChildren()
                        .add(check.map(done -> ProofPane.seen(done.seen(), done.confirmed()))
                                .orElseGet(ProofPane::unseen));
                body.getChildren().setAll(scrolling(page(pane)));
                left.add(button("again", Texts.text("compaction.again"), model::back));
                right.add(closing());
            }
            case CompactionPhase.Restored(var backup, var outcome) -> {
                body.getChildren().setAll(scrolling(page(OutcomePane.restored(backup, outcome, this::openInstead))));
                left.add(button("again", Texts.text("compaction.now"), model::back));
                right.add(closing());
            }
            case CompactionPhase.ReadingBackup _ -> {
                body.getChildren().setAll(new WaitingPane("compaction.backup.reading", model.looked()));
                right.add(button("keep", Texts.text("compaction.cancel"), model::back));
            }
            case CompactionPhase.ConfirmingRestore(var backup, var content, var before) -> {
                var words = CompactionWords.of(model.browsing().timeDisplay().get());
                body.getChildren()
                        .setAll(scrolling(page(OutcomePane.question(
                                backup, new BackupFacts(content, words), content.lacks(), kept()))));
                boolean nothingElse = onlyRestoring && before instanceof CompactionPhase.Unavailable;
                Runnable keep = nothingElse ? close : model::back;
                right.add(button("keep", Texts.text("compaction.restore.no"), keep));
                right.add(button("confirmRestore", Texts.text("compaction.restore.yes"), model::restore, "danger"));
            }
            case CompactionPhase.Failed(String sentence, var _) -> {
                body.getChildren().setAll(page(OutcomePane.failed(sentence)));
                left.add(button("back", Texts.text("compaction.back"), model::back));
                right.add(closing());
            }
        }
        DialogParts.fill(buttons, left, right);
        if (phase instanceof CompactionPhase.Choosing) {
            // Only now: the button that had the keyboard may have gone.
            FirstFocus.give(choice, choice::focus);
        } else {
            right.getFirst().requestFocus();
        }
    }

    /// Asks for the backup to restore, as soon as it is known that one can be; without one there is nothing to do here.
    public CompactionView restoring() {
        onlyRestoring = true;
        model.whenRestorable(() -> {
            if (!restoreOther()) {
                close.run();
            }
        });
        return this;
    }

    /// Of a file.
    private Optional<Path> kept() {
        JournalInfo journal = model.browsing().info().get();
        return journal.path().map(file -> SiblingName.of(file, "-replaced"));
    }

    private String action() {
        return model.cut().preview().get() instanceof CutPreview.Ready ready
                        && ready.preview().removed() > 0
                ? Texts.text("compaction.action", ready.preview().removed())
                : Texts.text("compaction.action.none");
    }

    private void openInstead(Path file) {
        close.run();
        open.accept(file);
    }

    private Button closing() {
        return cancelButton("close", Texts.text("compaction.close"), close);
    }

    private Button cancelling() {
        return cancelButton("cancel", Texts.text("compaction.cancel"), model::cancel);
    }

    private Button restoringOther() {
        return button("restoreOther", Texts.text("compaction.restore"), this::restoreOther);
    }

    /// @return whether a backup was chosen
    private boolean restoreOther() {
        JournalInfo journal = model.browsing().info().get();
        Optional<Path> file = journal.path();
        Optional<Path> backup = dialogs
                .chooseOpen(
                        Texts.text("compaction.restore.choose"),
                        file.map(Path::getParent).orElse(null),
                        file.isPresent() ? BackupFiles.of(journal.name()) : BackupFiles.inMemory(journal.name()))
                .stream()
                .findFirst();
        backup.ifPresent(model::askToRestore);
        return backup.isPresent();
    }

    /// As high as the page needs, so that nothing scrolls where the window has the room.
    @Override
    protected double computePrefHeight(double width) {
        double least = getPseudoClassStates().contains(BRIEF) ? LEAST_BRIEF : LEAST_HEIGHT;
        return Math.max(least, super.computePrefHeight(width));
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane pane = DialogParts.scrolling(content);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }
}
