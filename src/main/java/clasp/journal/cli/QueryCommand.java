package clasp.journal.cli;

import clasp.journal.export.CsvOptions;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.TextExport;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Not thread-safe.
@Command(
        name = "query",
        description = "Prints the entries that match, in ascending seq.",
        footer = {
            "",
            "jsonl has CLASP's field names and each value as it is stored; a value that is not JSON comes as the"
                    + " string value_text instead. csv has all fields as stored, but for what --guard-formulas does to"
                    + " them. "
                    + SelectionOptions.INCOMPLETE
        })
final class QueryCommand implements Callable<Integer> {
    /// What entries are printed as.
    enum Format {
        jsonl,
        csv
    }

    private final Tools tools;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--format",
            paramLabel = "jsonl|csv",
            defaultValue = "jsonl",
            description = "One of: ${COMPLETION-CANDIDATES}. Without: jsonl.")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--guard-formulas",
            description = "With csv: an apostrophe before text that a spreadsheet would run, such as =1+1.")
    private boolean guardFormulas;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    QueryCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        if (guardFormulas && format != Format.csv) {
            throw new ParameterException(command.commandLine(), "--guard-formulas is for --format csv.");
        }
        Filter filter = selection.filter();
        long limit = selection.limit();
        ExportFormat.Text text = switch (format) {
            case jsonl -> new ExportFormat.JsonLines();
            case csv -> new ExportFormat.Csv(CsvOptions.EXACT.withFormulaGuard(guardFormulas));
        };
        try (JournalReader journal = tools.open(selection.journal())) {
            TextExport.write(
                    Selection.of(journal, filter).limitedTo(limit),
                    text,
                    tools.console().out(),
                    Progress.NONE,
                    Cancellation.none());
            return tools.statusAfterReading(journal);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }
}
