package clasp.journal.ui.main;

import static clasp.journal.ui.main.Keys.CTRL;
import static clasp.journal.ui.main.Keys.SHIFT;
import static clasp.journal.ui.main.Keys.keys;
import static clasp.journal.ui.main.Keys.toggle;

import clasp.journal.recovery.RecoveryRule;
import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhyHere;
import clasp.journal.ui.recovery.RecoveryMoves;
import clasp.journal.ui.recovery.RecoveryTab;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The recovery view and its cursor, whose keys are those of debuggers and work wherever the keyboard is. Confined to
/// the FX thread.
final class RecoveryCommands {
    private final FrontJournal front;
    private final Command recovery;
    private final CommandGroup group;

    RecoveryCommands(FrontJournal front) {
        this.front = front;
        recovery = toggle("recovery", Feather.ACTIVITY, keys(KeyCode.DIGIT3, CTRL), front.recovery(), front.present());
        group = new CommandGroup(
                "recovery",
                List.of(
                        recovery,
                        new Command(
                                "why",
                                Feather.HELP_CIRCLE,
                                keys(KeyCode.F2),
                                front.action(RecoveryCommands::why),
                                front.present()),
                        move("play", Feather.PLAY, keys(KeyCode.F5), RecoveryMoves::play),
                        move("nextProblem", Feather.ALERT_TRIANGLE, keys(KeyCode.F8), moves -> moves.toProblem(true)),
                        move(
                                "previousProblem",
                                Feather.ALERT_TRIANGLE,
                                keys(KeyCode.F8, SHIFT),
                                moves -> moves.toProblem(false)),
                        move("nextSnapshot", Feather.CAMERA, keys(KeyCode.F9), moves -> moves.toSnapshot(true)),
                        move(
                                "previousSnapshot",
                                Feather.CAMERA,
                                keys(KeyCode.F9, SHIFT),
                                moves -> moves.toSnapshot(false)),
                        move("stepOn", Feather.CHEVRON_RIGHT, keys(KeyCode.F7), moves -> moves.step(1)),
                        move("stepBack", Feather.CHEVRON_LEFT, keys(KeyCode.F7, SHIFT), moves -> moves.step(-1)),
                        move("nextChange", Feather.CHEVRONS_RIGHT, keys(KeyCode.F11), moves -> moves.stepChange(true)),
                        move(
                                "previousChange",
                                Feather.CHEVRONS_LEFT,
                                keys(KeyCode.F11, SHIFT),
                                moves -> moves.stepChange(false)),
                        move("cursorToStart", Feather.SKIP_BACK, null, RecoveryMoves::toStart),
                        move("cursorToEnd", Feather.SKIP_FORWARD, null, RecoveryMoves::toEnd),
                        move(
                                "recoverDocumented",
                                Feather.BOOK,
                                null,
                                moves -> moves.recoverAs(RecoveryRule.DOCUMENTED)),
                        move(
                                "recoverRouter",
                                Feather.SERVER,
                                null,
                                moves -> moves.recoverAs(RecoveryRule.CLASP_ROUTER)),
                        page("recoveryState", Feather.LAYERS, RecoveryTab.STATE),
                        page("recoveryProblems", Feather.ALERT_TRIANGLE, RecoveryTab.PROBLEMS),
                        page("recoveryCompare", Feather.COLUMNS, RecoveryTab.COMPARE),
                        page("recoveryCrash", Feather.ZAP, RecoveryTab.CRASH),
                        page("recoveryMoments", Feather.CLOCK, RecoveryTab.MOMENTS),
                        page("recoveryPair", Feather.GIT_BRANCH, RecoveryTab.PAIR),
                        page("recoveryEvidence", Feather.SHIELD, RecoveryTab.EVIDENCE),
                        new Command(
                                "saveReport",
                                Feather.SAVE,
                                null,
                                front.action(view -> view.dialogs().report()),
                                front.present())));
    }

    Command recovery() {
        return recovery;
    }

    CommandGroup group() {
        return group;
    }

    /// Of the param where the keyboard is, or else of the selected entry. Where there is neither it is said what to do.
    private static void why(JournalView view) {
        Node focused = view.getScene() == null ? null : view.getScene().getFocusOwner();
        WhyHere.Asking asking =
                WhyHere.at(focused).orElseGet(() -> view.entries().selection()::why);
        if (!asking.ask()) {
            view.say(Texts.text("main.why.nothing"));
        }
    }

    private Command page(String key, Feather icon, RecoveryTab tab) {
        return move(key, icon, null, moves -> moves.show(tab));
    }

    /// Shows the recovery view first, unless it is there: a key that does nothing would not say why.
    private Command move(String key, Feather icon, @Nullable KeyCombination keys, Consumer<RecoveryMoves> move) {
        Runnable action = front.action(view -> {
            view.entries().recoveryShown().set(true);
            move.accept(view.entries().moves());
        });
        return new Command(key, icon, keys, action, front.present());
    }
}
