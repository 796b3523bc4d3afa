package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Finds in the background where a move of the cursor leads, the newest move only, and says why one leads nowhere. A
/// move may wait until what it needs is known. Confined to the FX thread.
final class CursorMoves {
    private final EntrySteps steps;
    private final Tasks tasks;
    private final Consumer<Entry> arrive;
    private final TaskSlot moving = new TaskSlot();
    private final TaskSlot looking = new TaskSlot();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private int pendingSteps;
    private boolean underWay;
    private String failure = "";
    private @Nullable Runnable waiting;

    /// @param arrive told the entry that was found
    CursorMoves(JournalReader journal, Tasks tasks, Consumer<Entry> arrive) {
        steps = new EntrySteps(journal);
        this.tasks = tasks;
        this.arrive = arrive;
    }

    /// Why the last move led nowhere, or what it waits for, as a sentence; else empty.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Whether it is still being found out where the last move leads.
    boolean isUnderWay() {
        return underWay;
    }

    /// Why it could not be found out where the last move leads, as a sentence; else empty.
    String failure() {
        return failure;
    }

    /// In place of what waits.
    void say(String sentence) {
        waiting = null;
        message.set(sentence);
    }

    /// Says what is waited for until the move is made, by [#goOn()] or when the one under way has ended, or given up.
    /// The next move takes its place.
    void await(String sentence, Runnable move) {
        say(sentence);
        waiting = move;
    }

    /// Makes the move that waits, if one does.
    void goOn() {
        Runnable move = waiting;
        if (move != null) {
            giveUp();
            move.run();
        }
    }

    /// @return whether a move waited
    boolean giveUp() {
        if (waiting == null) {
            return false;
        }
        say("");
        return true;
    }

    /// What was said is over, unless something is waited for.
    void arrived() {
        failure = "";
        tell("");
    }

    /// Of a move that was asked for before the one that waits.
    private void tell(String sentence) {
        if (waiting == null) {
            message.set(sentence);
        }
    }

    /// To the entry with this seq, or the nearest after it, or the newest.
    void to(long seq) {
        pendingSteps = 0;
        say("");
        find("find entry " + seq, (progress, cancellation) -> steps.at(seq, cancellation), "");
    }

    void toNewest() {
        say("");
        beginAtNewest();
    }

    /// The same, but nobody has asked for it: what waits goes on waiting.
    void beginAtNewest() {
        pendingSteps = 0;
        find("find the newest entry", (progress, cancellation) -> steps.newest(cancellation), "");
    }

    /// So many entries on or, when negative, back. Steps that come faster than they can be made add up.
    void step(Entry from, int by) {
        pendingSteps += by;
        int together = pendingSteps;
        say("");
        if (together == 0) {
            moving.cancel();
            underWay = false;
            return;
        }
        find(
                "find the entry beside",
                (progress, cancellation) -> steps.step(from.seq(), Filter.ALL, together, cancellation),
                Texts.text(together > 0 ? "recoveryView.noLater" : "recoveryView.noEarlier"));
    }

    /// To the next or the previous SET of an address.
    void toChange(Entry from, String address, boolean forward) {
        pendingSteps = 0;
        say("");
        Filter changes = new Filter.And(List.of(
                new Filter.Address(AddressPattern.literally(address)), new Filter.Message(Set.of(MsgType.SET))));
        find(
                "find the change beside",
                (progress, cancellation) -> steps.step(from.seq(), changes, forward ? 1 : -1, cancellation),
                Texts.text(forward ? "recoveryView.noLaterChange" : "recoveryView.noEarlierChange", address));
    }

    /// To the next or the previous snapshot's last entry.
    void toSnapshot(Entry from, boolean forward) {
        pendingSteps = 0;
        say("");
        find(
                "find a snapshot",
                (progress, cancellation) -> steps.snapshot(from.seq(), forward, cancellation),
                Texts.text(forward ? "recoveryView.noLaterSnapshot" : "recoveryView.noEarlierSnapshot"));
    }

    /// What stands by now where this entry was, or the nearest after it, or the newest; no move.
    ///
    /// @param told nothing in an empty journal
    /// @param failed called when it cannot be read
    void lookAgain(Entry at, Consumer<Optional<Entry>> told, Runnable failed) {
        tasks.task("find entry " + at.seq(), (progress, cancellation) -> steps.at(at.seq(), cancellation))
                .replacing(looking)
                .onSuccess(told)
                .onFailure(error -> failed.run())
                .start();
    }

    /// Also what waits.
    void cancel() {
        moving.cancel();
        underWay = false;
        pendingSteps = 0;
        giveUp();
    }

    /// Ends all background work.
    void stop() {
        cancel();
        looking.cancel();
    }

    /// @param nowhere said when there is no such entry
    private void find(String what, Job<Optional<Entry>> job, String nowhere) {
        tell("");
        failure = "";
        underWay = true;
        tasks.task(what, job)
                .replacing(moving)
                .onSuccess(found -> {
                    end();
                    found.ifPresentOrElse(arrive, () -> tell(nowhere));
                    goOn();
                })
                .onFailure(error -> {
                    end();
                    failure = String.valueOf(error.getMessage());
                    tell(failure);
                    goOn();
                })
                .start();
    }

    private void end() {
        underWay = false;
        pendingSteps = 0;
    }
}
