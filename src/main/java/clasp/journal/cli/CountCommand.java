package clasp.journal.cli;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Not thread-safe.
@Command(
        name = "count",
        description = "Prints how many entries match.",
        footer = {
            "",
            "Goes through the file once, to count no entry that cannot be read. " + SelectionOptions.INCOMPLETE
        })
final class CountCommand implements Callable<Integer> {
    private final Tools tools;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    CountCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        Filter filter = selection.filter();
        long limit = selection.limit();
        try (JournalReader journal = tools.open(selection.journal())) {
            try {
                journal.lookThrough(Cancellation.none());
                long found =
                        tools.console().during(progress -> journal.countThrough(filter, progress, Cancellation.none()));
                print(Math.min(found, limit));
            } catch (DamagedException | MissingEntriesException e) {
                printReadable(journal, filter, limit);
            }
            return tools.statusAfterReading(journal);
        }
    }

    /// Where the file is damaged, as many as `query` prints.
    ///
    /// @throws MissingEntriesException as `query` ends with
    private void printReadable(JournalReader journal, Filter filter, long limit) {
        long[] count = {0};
        try {
            journal.scan(
                    filter,
                    SeqRange.ALL,
                    entry -> {
                        count[0] += count[0] < limit ? 1 : 0;
                        return count[0] < limit;
                    },
                    Cancellation.none());
        } catch (MissingEntriesException e) {
            print(count[0]);
            throw e;
        }
        print(count[0]);
    }

    private void print(long count) {
        tools.console().print(Long.toString(count));
    }
}
