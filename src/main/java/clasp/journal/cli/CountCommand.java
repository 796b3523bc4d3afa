package clasp.journal.cli;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Not thread-safe.
@Command(
        name = "count",
        description = "Prints how many entries match.",
        footer = {"", SelectionOptions.INCOMPLETE})
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
        try (JournalReader journal = tools.open(selection.file())) {
            long count = journal.count(filter, Progress.NONE, Cancellation.none());
            tools.console().print(Long.toString(Math.min(count, limit)));
            return tools.statusAfterReading(journal);
        }
    }
}
