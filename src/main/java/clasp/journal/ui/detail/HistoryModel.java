package clasp.journal.ui.detail;

import clasp.journal.store.Cancellation;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// The entries at the address of the selected one: a window that grows where the user scrolls, and with the journal.
/// Confined to the FX thread.
final class HistoryModel {
    private static final Duration REST = Duration.ofMillis(500);

    /// @param total entries at the address; negative when unknown
    private record Growth(
            @Nullable HistoryWindow before, @Nullable HistoryWindow now, long total) {}

    private final Tasks tasks;
    private final HistoryLoader loader;
    private final Refresh<Growth> refresh;
    private final TaskSlot extending = new TaskSlot();
    private final ReadOnlyObjectWrapper<@Nullable HistoryWindow> window = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Long> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Long> total = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> problem = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty atNewest = new SimpleBooleanProperty(true);
    private boolean extendingNow;
    private boolean doubtful;

    HistoryModel(Browsing browsing, Tasks tasks, Later later) {
        this.tasks = tasks;
        loader = new HistoryLoader(browsing.journal());
        refresh = new Refresh<>(
                tasks,
                later,
                REST,
                Texts.text("detail.task.history"),
                () -> {
                    HistoryWindow before = window.get();
                    boolean grow = before != null && mayGrow(before);
                    return (progress, cancellation) -> grown(before, grow, cancellation);
                },
                this::take);
        refresh.onFailure(error -> problem.set(String.valueOf(error.getMessage())));
    }

    HistoryLoader loader() {
        return loader;
    }

    /// What is on screen; null while no history was asked for.
    ReadOnlyObjectProperty<@Nullable HistoryWindow> window() {
        return window.getReadOnlyProperty();
    }

    /// What can be gone on from; null when the history has to be read from the journal as it is now.
    @Nullable
    HistoryWindow known() {
        return doubtful ? null : window.get();
    }

    /// The journal was rewritten: what is on screen stays until something is [shown][#show], and nothing is built on
    /// it.
    void doubt() {
        doubtful = true;
    }

    /// The seq of the selected entry, which is one of the window.
    ReadOnlyObjectProperty<@Nullable Long> current() {
        return current.getReadOnlyProperty();
    }

    /// How many entries there are at the address; null while that is unknown.
    ReadOnlyObjectProperty<@Nullable Long> total() {
        return total.getReadOnlyProperty();
    }

    /// Why there is not more, or not the latest; null when all is well.
    ReadOnlyObjectProperty<@Nullable String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether the user looks at the newest entries: then those that come in push the oldest out of a full window.
    BooleanProperty atNewest() {
        return atNewest;
    }

    boolean holds(String address, long seq) {
        HistoryWindow now = known();
        return now != null && now.address().equals(address) && now.holds(seq);
    }

    void show(HistoryWindow loaded, long seq) {
        HistoryWindow before = window.get();
        extending.cancel();
        extendingNow = false;
        problem.set(null);
        if (doubtful || before == null || !before.address().equals(loaded.address())) {
            total.set(null);
        }
        doubtful = false;
        current.set(seq);
        window.set(loaded);
        refresh.now();
    }

    /// Another entry of the window is the selected one.
    void mark(long seq) {
        current.set(seq);
        refresh.soon();
    }

    void clear() {
        stop();
        doubtful = false;
        current.set(null);
        total.set(null);
        problem.set(null);
        window.set(null);
    }

    void journalChanged() {
        if (window.get() != null) {
            refresh.soon();
        }
    }

    void stop() {
        refresh.stop();
        extending.cancel();
        extendingNow = false;
    }

    void older() {
        HistoryWindow now = window.get();
        if (now != null && now.moreOlder()) {
            extend(now, cancellation -> loader.older(now, cancellation));
        }
    }

    void newer() {
        HistoryWindow now = window.get();
        if (now != null && now.moreNewer()) {
            extend(now, cancellation -> loader.newer(now, cancellation));
        }
    }

    /// Tries again what has failed.
    void retry() {
        problem.set(null);
        refresh.now();
    }

    @FunctionalInterface
    private interface Extension {
        HistoryWindow with(Cancellation cancellation);
    }

    private void extend(HistoryWindow now, Extension extension) {
        if (extendingNow) {
            return;
        }
        extendingNow = true;
        tasks.task(Texts.text("detail.task.history"), (progress, cancellation) -> extension.with(cancellation))
                .replacing(extending)
                .onSuccess(wider -> {
                    extendingNow = false;
                    if (window.get() == now) {
                        problem.set(null);
                        window.set(wider);
                    }
                })
                .onFailure(error -> {
                    extendingNow = false;
                    problem.set(String.valueOf(error.getMessage()));
                })
                .start();
    }

    private boolean mayGrow(HistoryWindow now) {
        return !now.moreNewer() && (atNewest.get() || now.rows().size() + HistoryLoader.PORTION <= HistoryWindow.MOST);
    }

    private Growth grown(@Nullable HistoryWindow before, boolean grow, Cancellation cancellation) {
        if (before == null) {
            return new Growth(null, null, -1);
        }
        HistoryWindow now = grow ? loader.newest(before, cancellation) : before;
        long count = now.whole() ? now.rows().size() : loader.count(now.address(), cancellation);
        return new Growth(before, now, count);
    }

    private void take(Growth growth) {
        if (growth.before != window.get()) {
            refresh.soon();
            return;
        }
        problem.set(null);
        if (growth.total >= 0) {
            total.set(growth.total);
        }
        if (growth.now != growth.before) {
            window.set(growth.now);
        }
    }
}
