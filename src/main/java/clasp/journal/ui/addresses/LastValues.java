package clasp.journal.ui.addresses;

import clasp.journal.query.Filter;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// The last values of the addresses on screen, looked up a batch at a time when scrolling pauses. Confined to the FX
/// thread.
final class LastValues {
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final int MOST_KEPT = 2_000;
    /// Of more requests only the latest count: the others have scrolled away.
    private static final int MOST_WAITING = 150;
    private static final int VALUE_CHARS = 80;

    private record Wanted(String address, long seq) {}

    /// @param old whether the journal was rewritten since
    private record Known(long seq, String text, boolean old) {}

    private final JournalReader journal;
    private final Tasks tasks;
    private final Debounce fetching;
    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    LastValues(JournalReader journal, Tasks tasks, Later later) {
        this.journal = journal;
        this.tasks = tasks;
        fetching = new Debounce(later, PAUSE, this::fetch);
    }

    /// The value of the entry with this seq, on one line; until it has been looked up, an earlier value of the
    /// address, or nothing.
    String of(String address, long seq) {
        Known found = known.get(address);
        if (found == null || found.seq != seq || found.old) {
            var wanted = new Wanted(address, seq);
            if (!waiting.contains(wanted)) {
                waiting.addLast(wanted);
                if (waiting.size() > MOST_WAITING) {
                    waiting.removeFirst();
                }
                fetching.touch();
            }
        }
        return found == null ? "" : found.text;
    }

    /// Changes when values have become known.
    ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    /// Under the same seqs other values may stand now: all are looked up again, and shown until then.
    void doubt() {
        known.replaceAll((address, value) -> new Known(value.seq, value.text, true));
        version.set(version.get() + 1);
    }

    void stop() {
        fetching.cancel();
        waiting.clear();
    }

    private void fetch() {
        List<Wanted> batch = List.copyOf(waiting);
        waiting.clear();
        tasks.task(Texts.text("addresses.task.values"), (progress, cancellation) -> {
                    var values = new ArrayList<String>();
                    for (Wanted wanted : batch) {
                        cancellation.check();
                        var request = new PageRequest(Filter.ALL, wanted.seq, Direction.FORWARD, 1, VALUE_CHARS);
                        List<Row> rows = journal.page(request, cancellation);
                        values.add(text(rows, wanted.seq));
                    }
                    return values;
                })
                .onSuccess(values -> {
                    for (int i = 0; i < batch.size(); i++) {
                        known.put(batch.get(i).address, new Known(batch.get(i).seq, values.get(i), false));
                    }
                    version.set(version.get() + 1);
                })
                // The table tells about a journal that cannot be read; here the values are just not there.
                .onFailure(error -> waiting.clear())
                .start();
    }

    private static String text(List<Row> rows, long seq) {
        if (rows.isEmpty() || rows.getFirst().entry().seq() != seq) {
            return "";
        }
        Row row = rows.getFirst();
        String json = row.entry().valueJson();
        String line = json.substring(0, Math.min(json.length(), VALUE_CHARS)).replaceAll("\\p{Cntrl}", " ");
        return row.valueCut() || json.length() > VALUE_CHARS ? line + "…" : line;
    }
}
