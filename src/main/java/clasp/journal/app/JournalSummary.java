package clasp.journal.app;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.TimeText;
import java.util.ArrayList;
import java.util.List;

/// A journal in a few lines of plain text.
final class JournalSummary {
    private JournalSummary() {}

    static List<String> of(JournalReader journal) {
        JournalState state = journal.state();
        long entries = journal.count(Filter.ALL, Progress.NONE, Cancellation.none());
        List<String> lines = new ArrayList<>();
        lines.add(journal.info().name() + " (" + journal.info().access() + ")");
        lines.add("  entries    " + NumberText.grouped(entries)
                + (state.isEmpty()
                        ? ""
                        : ", seq " + NumberText.seq(state.firstSeq()) + " to " + NumberText.seq(state.latestSeq())));
        journal.timeSpan()
                .ifPresent(span -> lines.add(
                        "  time       " + TimeText.iso(span.fromMicros()) + " to " + TimeText.iso(span.toMicros())));
        lines.add("  addresses  "
                + NumberText.grouped(
                        journal.addresses(Progress.NONE, Cancellation.none()).size()));
        lines.add("  snapshots  " + NumberText.grouped(journal.snapshots().size()));
        journal.info().notes().forEach(note -> lines.add("  " + note));
        return lines;
    }
}
