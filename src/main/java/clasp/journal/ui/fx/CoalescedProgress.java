package clasp.journal.ui.fx;

import clasp.journal.store.Progress;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Hands progress to the UI, at most one report waiting at a time: the newest wins. Thread-safe.
final class CoalescedProgress implements Progress {
    private record Report(long done, long total) {}

    private final Executor ui;
    private final Progress target;
    private final AtomicReference<@Nullable Report> waiting = new AtomicReference<>();

    CoalescedProgress(Executor ui, Progress target) {
        this.ui = ui;
        this.target = target;
    }

    @Override
    public void report(long done, long total) {
        if (waiting.getAndSet(new Report(done, total)) == null) {
            ui.execute(this::deliver);
        }
    }

    private void deliver() {
        Report report = waiting.getAndSet(null);
        if (report != null) {
            target.report(report.done, report.total);
        }
    }
}
