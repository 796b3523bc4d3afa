package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.query.Query;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Moment;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The cursor in time: always on an entry, moved by steps, jumps and the slider, and together with the selected row of
/// the table. Confined to the FX thread.
public final class CursorViewModel {
    private final Browsing browsing;
    private final CursorMoves moves;
    private final ReadOnlyObjectWrapper<@Nullable Entry> entry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper();
    private final Focus focus = new Focus(entry);
    private final Revelations revelations = new Revelations();
    private boolean active;

    CursorViewModel(Browsing browsing, Tasks tasks) {
        this.browsing = browsing;
        moves = new CursorMoves(browsing.journal(), tasks, this::arrive);
        browsing.selected().subscribe(this::selected);
        browsing.query().subscribe(query -> showHidden());
    }

    /// Begins at the selected entry, or where it was, or at the newest.
    void start() {
        active = true;
        Entry selected = browsing.selected().get();
        if (selected != null) {
            follow(selected);
        }
        publish(entry.get());
        // The journal may have changed meanwhile.
        lookAgain(() -> {});
    }

    /// Takes the cursor off the screen.
    void stop() {
        active = false;
        moves.stop();
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

    /// Why the last move led nowhere, or what it waits for, as a sentence; else empty.
    ReadOnlyStringProperty message() {
        return moves.message();
    }

    /// The param in question, whose changes are stepped through.
    Focus focus() {
        return focus;
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
        moves.to(seq);
    }

    void toStart() {
        moves.to(Long.MIN_VALUE);
    }

    void toEnd() {
        moves.toNewest();
    }

    /// So many entries on or, when negative, back. Steps that come faster than they can be made add up.
    void step(int by) {
        fromHere(now -> moves.step(now, by));
    }

    /// To the next or the previous change of the address in focus.
    void stepChange(boolean forward) {
        fromHere(now -> moves.toChange(now, focus.address(), forward));
    }

    /// To the next or the previous snapshot's last entry.
    void toSnapshot(boolean forward) {
        fromHere(now -> moves.toSnapshot(now, forward));
    }

    private void fromHere(Consumer<Entry> move) {
        Entry now = entry.get();
        if (now != null) {
            move.accept(now);
        }
    }

    /// Says why a move leads nowhere.
    void say(String sentence) {
        moves.say(sentence);
    }

    /// Says what is waited for until the move can be made, by [#goOn()] or once the cursor has come to rest; given up
    /// as
    /// soon as the user moves the cursor otherwise.
    void await(String sentence, Runnable move) {
        moves.await(sentence, move);
    }

    /// Makes the move that waits, if one does.
    void goOn() {
        moves.goOn();
    }

    /// The user does not want the move any more that waits.
    /// @return whether one did
    boolean giveUp() {
        return moves.giveUp();
    }

    /// Whether a move has not come to its end yet, so that nobody knows what is next from there.
    boolean isMoving() {
        return moves.isUnderWay();
    }

    /// Whether it is on no entry although there are some.
    boolean isNowhere() {
        return entry.get() == null && !browsing.state().get().isEmpty();
    }

    /// Says that it is nowhere, and why if that is known.
    void sayNowhere() {
        say((moves.failure() + " " + Texts.text("recoveryView.chooseEntry")).strip());
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

    /// The journal has changed under the cursor: the entry there may be another now, or gone. The table stays where it
    /// is.
    ///
    /// @param then called when that is known, or cannot be found out
    void lookAgain(Runnable then) {
        Entry at = entry.get();
        if (!active) {
            then.run();
        } else if (at == null) {
            moves.beginAtNewest();
            then.run();
        } else {
            moves.lookAgain(
                    at,
                    found -> {
                        if (entry.get() == at && !found.equals(Optional.of(at))) {
                            place(found.orElse(null));
                        }
                        then.run();
                    },
                    then);
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
        follow(now);
    }

    /// The cursor comes to another entry that was selected, and with it the param in question.
    private void follow(Entry chosen) {
        Entry at = entry.get();
        if (at == null || at.seq() != chosen.seq()) {
            moves.cancel();
            focus.select("");
            place(chosen);
        }
    }

    private void place(@Nullable Entry now) {
        moves.arrived();
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
