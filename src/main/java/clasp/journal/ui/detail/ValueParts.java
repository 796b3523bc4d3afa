package clasp.journal.ui.detail;

import clasp.journal.store.Cancellation;
import clasp.journal.ui.fx.Task;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds the parts of a value that the user opens: at once where that is a matter of microseconds, else in the
/// background. Confined to the FX thread.
final class ValueParts {
    /// A text of so many characters is gone through in well under a millisecond.
    static final int SMALL = 100_000;

    private final Tasks tasks;
    private final List<Task<List<OutlineNode>>> running = new ArrayList<>();

    ValueParts(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Whether [#find] answers before it returns.
    boolean atHand(Outline outline, OutlineNode node) {
        return node.equals(outline.root()) || node.end() - node.start() <= SMALL;
    }

    void find(Outline outline, OutlineNode node, Consumer<List<OutlineNode>> found) {
        if (atHand(outline, node)) {
            found.accept(outline.children(node, Cancellation.none()));
            return;
        }
        running.add(tasks.task(
                        Texts.text("detail.task.parts"),
                        (progress, cancellation) -> outline.children(node, cancellation))
                .onSuccess(found)
                .start());
    }

    /// Nobody waits for what is under way any more.
    void stop() {
        running.forEach(Task::cancel);
        running.clear();
    }
}
