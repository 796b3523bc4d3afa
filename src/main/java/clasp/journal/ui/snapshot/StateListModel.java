package clasp.journal.ui.snapshot;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The states to choose from: the current one, then the snapshots, newest first. Follows the journal as snapshots come
/// and go, and reads one snapshot after the other in the background to tell which of them are usable.
/// Confined to the FX thread.
final class StateListModel {
    private static final Duration REST = Duration.ofMillis(500);

    private final JournalReader journal;
    private final Tasks tasks;
    private final ObservableList<StateItem> items =
            FXCollections.observableArrayList(StateItem.unread(StateSource.CURRENT));
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final Map<SnapshotInfo, StateItem.Condition> known = new HashMap<>();
    private final TaskSlot inspection = new TaskSlot();
    private final Refresh<List<SnapshotInfo>> listing;
    private boolean inspecting;

    StateListModel(Browsing browsing, Tasks tasks, Later later) {
        this.journal = browsing.journal();
        this.tasks = tasks;
        listing = new Refresh<>(tasks, later, REST, "list snapshots", this::list, this::listed);
        listing.onFailure(error -> failure.set(String.valueOf(error.getMessage())));
        browsing.state().addListener((property, before, now) -> {
            if (before.version() != now.version()) {
                listing.soon();
            }
        });
    }

    ObservableList<StateItem> items() {
        return items;
    }

    /// Why the snapshots could not be listed, as a sentence; empty when they could.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// Lists the snapshots anew.
    void refresh() {
        listing.now();
    }

    void stop() {
        listing.stop();
        inspection.cancel();
        inspecting = false;
    }

    private Job<List<SnapshotInfo>> list() {
        return (progress, cancellation) -> journal.snapshots();
    }

    private void listed(List<SnapshotInfo> snapshots) {
        failure.set("");
        known.keySet().retainAll(snapshots);
        List<StateItem> now = new ArrayList<>();
        now.add(items.getFirst());
        for (SnapshotInfo info : snapshots.reversed()) {
            now.add(new StateItem(
                    new StateSource.Stored(info), known.getOrDefault(info, new StateItem.Condition.Unread())));
        }
        if (!now.equals(items)) {
            items.setAll(now);
        }
        inspectNext();
    }

    private void inspectNext() {
        if (inspecting) {
            return;
        }
        for (StateItem item : items) {
            if (item.source() instanceof StateSource.Stored stored && !known.containsKey(stored.info())) {
                inspect(stored.info());
                return;
            }
        }
    }

    private void inspect(SnapshotInfo info) {
        inspecting = true;
        tasks.<StateItem.Condition>task(
                        "read snapshot " + info.id(),
                        (progress, cancellation) -> journal.snapshot(info.id(), cancellation)
                                .map(StateItem::conditionOf)
                                .orElseGet(StateItem.Condition.Unread::new))
                .replacing(inspection)
                .onSuccess(condition -> inspected(info, condition))
                .onFailure(error ->
                        inspected(info, new StateItem.Condition.Unreadable(String.valueOf(error.getMessage()))))
                .start();
    }

    private void inspected(SnapshotInfo info, StateItem.Condition condition) {
        inspecting = false;
        known.put(info, condition);
        var source = new StateSource.Stored(info);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).source().equals(source)) {
                items.set(i, new StateItem(source, condition));
            }
        }
        inspectNext();
    }
}
