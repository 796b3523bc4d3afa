package clasp.journal.ui.fx;

import clasp.journal.bookmarks.Bookmark;
import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What the screen parts of one tab share: the open journal, the query, the selected entry, how time is shown.
/// Confined to the FX thread.
public final class Browsing {
    private final JournalReader journal;
    private final ReadOnlyObjectWrapper<JournalInfo> info;
    private final ReadOnlyObjectWrapper<JournalState> state;
    private final ReadOnlyBooleanWrapper catchingUp;
    private final ObjectProperty<Query> query = new SimpleObjectProperty<>(Query.ALL);
    private final ObjectProperty<@Nullable Entry> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TimeRange> visibleTime = new SimpleObjectProperty<>();
    private final ObjectProperty<TimeDisplay> timeDisplay = new SimpleObjectProperty<>(TimeDisplay.UTC);
    private final BooleanProperty follow = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final List<Runnable> cancellers = new ArrayList<>();
    private final List<LongConsumer> revealers = new ArrayList<>();
    private Supplier<Runnable> leaving = () -> () -> {};
    private final List<Consumer<JournalChange>> changeListeners = new ArrayList<>();
    private final List<Runnable> damageListeners = new ArrayList<>();
    private final ObjectProperty<@Nullable Moment> cursor = new SimpleObjectProperty<>();
    private final ObjectProperty<List<SeqMark>> marks = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<NavigableMap<Long, Bookmark>> bookmarks =
            new SimpleObjectProperty<>(Collections.emptyNavigableMap());
    private final ObjectProperty<Function<Entry, @Nullable Tint>> tints = new SimpleObjectProperty<>(entry -> null);
    private final ObjectProperty<@Nullable Runnable> remains = new SimpleObjectProperty<>();
    private final List<Explainer> explainers = new ArrayList<>();

    /// @param info what the journal says of itself, asked in the background
    /// @param state where it stood when it was opened
    public Browsing(JournalReader journal, JournalInfo info, JournalState state) {
        this.journal = journal;
        this.info = new ReadOnlyObjectWrapper<>(info);
        this.state = new ReadOnlyObjectWrapper<>(state);
        this.catchingUp = new ReadOnlyBooleanWrapper(isCatchingUp(info));
    }

    private static boolean isCatchingUp(JournalInfo info) {
        return info.access() instanceof JournalAccess.Following following && !following.caughtUp();
    }

    public JournalReader journal() {
        return journal;
    }

    /// What the journal says of itself, as last asked: asking it anew may wait for a disk.
    public ReadOnlyObjectProperty<JournalInfo> info() {
        return info.getReadOnlyProperty();
    }

    /// Where the journal stands, as last asked; screen parts that show live data listen to it.
    public ReadOnlyObjectProperty<JournalState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether much of the journal is still to come, as a relay has more than was read by now: whatever is
    /// computed from it is not the whole. What is asked once it ends is answered from all of it.
    public ReadOnlyBooleanProperty catchingUp() {
        return catchingUp.getReadOnlyProperty();
    }

    /// Tells the parts where the journal stands now.
    public void update(JournalState now) {
        JournalState before = state.get();
        state.set(now);
        if (!now.equals(before)) {
            tell(JournalChange.between(before, now));
        }
    }

    /// Tells the parts that whatever they know of the journal may be wrong, although nobody can say where it stands.
    public void rewritten() {
        tell(JournalChange.REWRITTEN);
    }

    private void tell(JournalChange change) {
        changeListeners.forEach(listener -> listener.accept(change));
    }

    /// Called after each change of the journal, when [#state()] tells where it stands. Whoever keeps what was computed
    /// from the journal computes it anew unless it only grew.
    public void onChange(Consumer<JournalChange> listener) {
        changeListeners.add(listener);
    }

    /// The same for those changes alone after which anything may be otherwise.
    public void onRewritten(Runnable listener) {
        onChange(change -> {
            if (change == JournalChange.REWRITTEN) {
                listener.run();
            }
        });
    }

    /// Tells the parts that damage was met in the journal's file: what an index told until now may be wrong.
    public void damageMet() {
        List.copyOf(damageListeners).forEach(Runnable::run);
    }

    /// Called after each [#damageMet()], until it is unsubscribed. Whoever shows numbers counts anew.
    public Subscription onDamageMet(Runnable listener) {
        damageListeners.add(listener);
        return () -> damageListeners.remove(listener);
    }

    /// Tells the parts what the journal says of itself, and where it stands.
    public void update(JournalInfo present, JournalState now) {
        boolean behind = isCatchingUp(present);
        // Where it stands was asked after that: whoever is told so finds it all.
        catchingUp.set(catchingUp.get() || behind);
        info.set(present);
        update(now);
        catchingUp.set(behind);
    }

    /// The query in force. Setting it filters the table; every part may.
    public ObjectProperty<Query> query() {
        return query;
    }

    /// The entry that the user looks at; its value may be cut, see [clasp.journal.store.Row]. Null for none.
    public ObjectProperty<@Nullable Entry> selected() {
        return selected;
    }

    /// The time span of the rows on screen; null while there are none.
    public ObjectProperty<@Nullable TimeRange> visibleTime() {
        return visibleTime;
    }

    public ObjectProperty<TimeDisplay> timeDisplay() {
        return timeDisplay;
    }

    /// Whether the table stays at the newest entry.
    public BooleanProperty follow() {
        return follow;
    }

    /// Whether a query runs for whose end the user waits. The table says so; the query bar shows it and offers to
    /// cancel.
    public BooleanProperty busy() {
        return busy;
    }

    /// The user does not want to wait for the running query any longer; what is already on screen stays.
    public void cancelRunning() {
        cancellers.forEach(Runnable::run);
    }

    /// Called for each [#cancelRunning()]; whoever sets [#busy()] stops its work here.
    public void onCancelRunning(Runnable canceller) {
        cancellers.add(canceller);
    }

    /// Asks the table to show and select the entry with this seq (or the next match after it).
    public void reveal(long seq) {
        revealers.forEach(revealer -> revealer.accept(seq));
    }

    /// Called for each [#reveal(long)].
    public void onReveal(LongConsumer revealer) {
        revealers.add(revealer);
    }

    /// What takes the table back to where it stands now, and to what is selected in it.
    public Runnable wayBack() {
        return leaving.get();
    }

    /// @param wayBack made for each [#wayBack()]
    public void onLeaving(Supplier<Runnable> wayBack) {
        leaving = wayBack;
    }

    /// The moment whose state is looked at; null while none is.
    public ObjectProperty<@Nullable Moment> cursor() {
        return cursor;
    }

    /// What is worth a sign beside the entries, in ascending seq.
    public ObjectProperty<List<SeqMark>> marks() {
        return marks;
    }

    /// The bookmarks on entries of this journal, by their seqs.
    public ObjectProperty<NavigableMap<Long, Bookmark>> bookmarks() {
        return bookmarks;
    }

    /// The colour of an entry by the user's rules; null for none.
    public ObjectProperty<Function<Entry, @Nullable Tint>> tints() {
        return tints;
    }

    /// Shows what is left of the journal's damaged file; null where no damage was met, and where nothing more can be
    /// shown than is.
    public ObjectProperty<@Nullable Runnable> remains() {
        return remains;
    }

    /// Asks why the param has its value right after the entry with this seq.
    public void explain(String address, long seq) {
        explainers.forEach(explainer -> explainer.explain(address, seq));
    }

    /// Called for each [#explain(String, long)].
    public void onExplain(Explainer explainer) {
        explainers.add(explainer);
    }

    /// Who can say where a value comes from.
    @FunctionalInterface
    public interface Explainer {
        void explain(String address, long seq);
    }
}
