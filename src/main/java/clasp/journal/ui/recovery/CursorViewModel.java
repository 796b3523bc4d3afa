package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Moment;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The cursor in time: always on an entry, moved by steps, jumps and the slider, and together with the selected row of
/// the table. Confined to the FX thread.
public final class CursorViewModel {
    private final Browsing browsing;
    private final EntrySteps steps;
    private final Tasks tasks;
    private final TaskSlot moving = new TaskSlot();
    private final ReadOnlyObjectWrapper<@Nullable Entry> entry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final StringProperty focus = new SimpleStringProperty("");
    private final Revelations revelations = new Revelations();
    private boolean active;
    private int pendingSteps;

    CursorViewModel(Browsing browsing, Tasks tasks) {
        this.browsing = browsing;
        this.tasks = tasks;
        steps = new EntrySteps(browsing.journal());
        browsing.selected().subscribe(this::selected);
        browsing.query().subscribe(query -> showHidden());
    }

    /// Begins at the selected entry, or at the newest.
    void start() {
        active = true;
        Entry selected = browsing.selected().get();
        if (entry.get() == null || selected != null) {
            if (selected != null) {
                place(selected);
            } else {
                toEnd();
            }
        } else {
            publish(entry.get());
        }
    }

    /// Takes the cursor off the screen.
    void stop() {
        active = false;
        moving.cancel();
        pendingSteps = 0;
        browsing.cursor().set(null);
    }

    Browsing browsing() {
        return browsing;
    }

    /// The entry after which everything is looked at; its value may be cut. Null in an empty journal.
    ReadOnlyObjectProperty<@Nullable Entry> entry() {
        return entry.getReadOnlyProperty();
    }

    Optional<Long> seq() {
        return Optional.ofNullable(entry.get()).map(Entry::seq);
    }

    /// The seq after which everything is looked at: that of the entry at the cursor, or, when every entry was compacted
    /// away, the last that was given out, as snapshots may still tell what was then.
    Optional<Long> moment() {
        return seq().or(this::compactedAway);
    }

    private Optional<Long> compactedAway() {
        JournalState state = browsing.state().get();
        return state.isEmpty() && state.highestSeqGiven() > 0 ? Optional.of(state.highestSeqGiven()) : Optional.empty();
    }

    /// Whether the table does not show that entry, because of its filter.
    ReadOnlyBooleanProperty hidden() {
        return hidden.getReadOnlyProperty();
    }

    /// Why the last move led nowhere, as a sentence; empty when it did not.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// The address whose changes are stepped through; empty for that of the entry at the cursor.
    StringProperty focus() {
        return focus;
    }

    /// The address whose changes are stepped through.
    String focusAddress() {
        Entry now = entry.get();
        return focus.get().isEmpty() && now != null ? now.address() : focus.get();
    }

    /// Shows every entry in the table again.
    void showAllEntries() {
        browsing.query().set(Query.ALL);
        Entry now = entry.get();
        if (now != null) {
            reveal(now);
        }
    }

    /// To the entry with this seq, or the nearest after it, or the newest.
    public void moveTo(long seq) {
        pendingSteps = 0;
        find("find entry " + seq, (progress, cancellation) -> steps.at(seq, cancellation), "");
    }

    void toStart() {
        moveTo(Long.MIN_VALUE);
    }

    void toEnd() {
        pendingSteps = 0;
        find("find the newest entry", (progress, cancellation) -> steps.newest(cancellation), "");
    }

    /// So many entries on or, when negative, back. Steps that come faster than they can be made add up.
    void step(int by) {
        Entry now = entry.get();
        if (now == null) {
            return;
        }
        pendingSteps += by;
        int together = pendingSteps;
        if (together == 0) {
            moving.cancel();
            return;
        }
        String nowhere = Texts.text(together > 0 ? "recoveryView.noLater" : "recoveryView.noEarlier");
        find(
                "find the entry beside",
                (progress, cancellation) -> steps.step(now.seq(), Filter.ALL, together, cancellation),
                nowhere);
    }

    /// To the next or the previous change of the address in focus.
    void stepChange(boolean forward) {
        Entry now = entry.get();
        if (now == null) {
            return;
        }
        pendingSteps = 0;
        String address = focusAddress();
        Filter changes = new Filter.And(List.of(
                new Filter.Address(AddressPattern.literally(address)), new Filter.Message(Set.of(MsgType.SET))));
        find(
                "find the change beside",
                (progress, cancellation) -> steps.step(now.seq(), changes, forward ? 1 : -1, cancellation),
                Texts.text(forward ? "recoveryView.noLaterChange" : "recoveryView.noEarlierChange", address));
    }

    /// To the next or the previous snapshot's last entry.
    void toSnapshot(boolean forward) {
        Entry now = entry.get();
        if (now == null) {
            return;
        }
        pendingSteps = 0;
        find(
                "find a snapshot",
                (progress, cancellation) -> steps.snapshot(now.seq(), forward, cancellation),
                Texts.text(forward ? "recoveryView.noLaterSnapshot" : "recoveryView.noEarlierSnapshot"));
    }

    /// Says why a move leads nowhere.
    void say(String sentence) {
        message.set(sentence);
    }

    /// @param nowhere said when there is no such entry
    private void find(String what, Job<Optional<Entry>> job, String nowhere) {
        message.set("");
        tasks.task(what, job)
                .replacing(moving)
                .onSuccess(found -> {
                    pendingSteps = 0;
                    found.ifPresentOrElse(this::arrive, () -> message.set(nowhere));
                })
                .onFailure(error -> {
                    pendingSteps = 0;
                    message.set(String.valueOf(error.getMessage()));
                })
                .start();
    }

    /// The cursor comes to an entry by itself: the table follows.
    void arrive(Entry found) {
        if (active) {
            place(found);
            if (!hidden.get()) {
                reveal(found);
            }
        }
    }

    private void reveal(Entry found) {
        Entry selected = browsing.selected().get();
        if (selected == null || selected.seq() != found.seq()) {
            revelations.asked(found.seq());
            browsing.reveal(found.seq());
        }
    }

    /// A row was selected: by the user, or because the cursor asked for it.
    private void selected(@Nullable Entry now) {
        if (now == null || !active || revelations.answered(now.seq())) {
            return;
        }
        Entry at = entry.get();
        if (at == null || at.seq() != now.seq()) {
            moving.cancel();
            pendingSteps = 0;
            place(now);
        }
    }

    private void place(Entry now) {
        message.set("");
        entry.set(now);
        showHidden();
        publish(now);
    }

    private void publish(@Nullable Entry now) {
        browsing.cursor().set(now == null ? null : new Moment(now.seq(), now.timestampMicros()));
    }

    private void showHidden() {
        Entry now = entry.get();
        hidden.set(now != null && !browsing.query().get().filter().matches(now));
    }

    /// Why there is no moment to look at, and what to do, while the cursor is on no entry.
    ObservableValue<String> nowhere() {
        return browsing.state()
                .map(state -> Texts.text(state.isEmpty() ? "recoveryView.empty" : "recoveryView.chooseEntry"));
    }

    /// Where the cursor is, of how many: `seq 12,044 of 20,000`.
    String place() {
        return seq().map(seq -> Texts.text(
                        "recoveryView.place",
                        NumberText.seq(seq),
                        NumberText.seq(browsing.state().get().latestSeq())))
                .or(() -> compactedAway().map(seq -> Texts.text("recoveryView.compactedAway", NumberText.seq(seq))))
                .orElse(Texts.text(
                        browsing.state().get().isEmpty() ? "recoveryView.noEntries" : "recoveryView.nowhere"));
    }
}
