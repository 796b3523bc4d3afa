package clasp.journal.ui.recovery;

import clasp.journal.recovery.RecoveryRule;
import clasp.journal.ui.fx.FileDialogs;

/// What moves the cursor and chooses what is seen of it, for the commands of the window. Confined to the FX thread.
public final class RecoveryMoves {
    private final RecoveryViewModel model;

    public RecoveryMoves(RecoveryViewModel model) {
        this.model = model;
    }

    /// Shows what is asked about the moment of the cursor.
    public void show(RecoveryTab tab) {
        model.tab().set(tab);
    }

    /// Recovers as this rule says.
    public void recoverAs(RecoveryRule rule) {
        model.rule().set(rule);
    }

    /// To the first entry.
    public void toStart() {
        model.cursor().toStart();
    }

    /// To the newest entry.
    public void toEnd() {
        model.cursor().toEnd();
    }

    /// So many entries on, or back.
    public void step(int entries) {
        model.cursor().step(entries);
    }

    /// To the next or the last change of the address in question.
    public void stepChange(boolean forward) {
        model.cursor().stepChange(forward);
    }

    /// To the next or the last snapshot.
    public void toSnapshot(boolean forward) {
        model.cursor().toSnapshot(forward);
    }

    /// To the next or the last problem, as soon as it is known.
    public void toProblem(boolean forward) {
        model.problems().go(forward);
    }

    /// The user does not want the move any more that waits until it is known where it leads.
    /// @return whether one did
    public boolean giveUp() {
        return model.cursor().giveUp();
    }

    /// Shows the problems, and asks where they are to be saved.
    public void saveReport(FileDialogs dialogs) {
        show(RecoveryTab.PROBLEMS);
        ProblemsPane.save(model.problems(), dialogs);
    }

    /// Plays on, or stops.
    public void play() {
        model.player().toggle();
    }
}
