package clasp.journal.ui.query;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Looks up addresses and authors in the journal, in the background and not at every letter. Only the answer to the
/// newest question arrives. Confined to the FX thread.
final class JournalWords {
    private static final Duration TYPING = Duration.ofMillis(80);

    private final JournalReader journal;
    private final Tasks tasks;
    private final TaskSlot slot = new TaskSlot();
    private final Debounce debounce;
    private Runnable question = () -> {};

    JournalWords(JournalReader journal, Tasks tasks, Later later) {
        this.journal = journal;
        this.tasks = tasks;
        debounce = new Debounce(later, TYPING, () -> question.run());
    }

    /// Asks for addresses that begin with the prefix, and forgets the question before.
    void addresses(String prefix, Consumer<List<String>> found, Consumer<Throwable> failed) {
        ask(
                cancellation -> journal.addressesStartingWith(prefix, AddressSuggestions.MOST, cancellation),
                found,
                failed);
    }

    /// Asks for authors that begin with the prefix, and forgets the question before.
    void authors(String prefix, int max, Consumer<List<String>> found, Consumer<Throwable> failed) {
        ask(cancellation -> journal.authorsStartingWith(prefix, max, cancellation), found, failed);
    }

    /// Forgets the question.
    void cancel() {
        debounce.cancel();
        slot.cancel();
    }

    private void ask(
            Function<Cancellation, List<String>> words, Consumer<List<String>> found, Consumer<Throwable> failed) {
        cancel();
        question = () -> tasks.task(
                        Texts.text("query.task.complete"), (progress, cancellation) -> words.apply(cancellation))
                .replacing(slot)
                .onSuccess(found)
                .onFailure(failed)
                .start();
        debounce.touch();
    }
}
