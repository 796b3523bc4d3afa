package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Copies cells and rows: read whole, in the background, within what a clipboard can bear. Confined to the FX thread.
final class TableCopying {
    static final int MAX_ROWS = 100_000;
    static final long MAX_CHARS = 64_000_000;

    private final JournalReader journal;
    private final Tasks tasks;
    private final RowCopier copier;
    private final Consumer<String> says;
    private final TaskSlot slot = new TaskSlot();

    /// @param says told what was copied, in a sentence; an empty one when a copy begins
    TableCopying(JournalReader journal, Tasks tasks, RowCopier copier, Consumer<String> says) {
        this.says = says;
        this.journal = journal;
        this.tasks = tasks;
        this.copier = copier;
    }

    /// Copies the matches among the selected seqs. Too many or too large ones are refused with a sentence that points
    /// to the export.
    void rows(RowCopier.Format format, Filter filter, List<SeqRange> selected, Consumer<String> clipboard) {
        // Should it fail, the copy before must not seem to be this one.
        says.accept("");
        tasks.task(Texts.text("table.task.copy"), (progress, cancellation) -> {
                    List<Entry> found = entries(filter, selected, cancellation);
                    return new Copied(found.size(), copier.copy(format, found));
                })
                .replacing(slot)
                .onSuccess(copied -> {
                    if (copied.rows() > 0) {
                        clipboard.accept(copied.text());
                    }
                    says.accept(Texts.text("table.copied", copied.rows(), NumberText.grouped(copied.rows())));
                })
                .start();
    }

    private record Copied(int rows, String text) {}

    /// Copies what a cell stands for: the whole value and the raw numbers, not what fits the cell.
    void cell(EntryColumn column, ShownRow shown, Consumer<String> clipboard) {
        EntryRow row = shown.row();
        if (column == EntryColumn.VALUE && row.valueCut()) {
            tasks.task(
                            Texts.text("table.task.copy"),
                            (progress, cancellation) -> journal.entry(row.seq()).orElseThrow(() -> gone(row)))
                    .replacing(slot)
                    .onSuccess(entry -> cell(entry.valueJson(), clipboard))
                    .start();
        } else {
            cell(column.plain(shown), clipboard);
        }
    }

    private void cell(String text, Consumer<String> clipboard) {
        clipboard.accept(text);
        says.accept(Texts.text("table.copied.cell"));
    }

    private static JournalException gone(EntryRow row) {
        return new JournalException(Texts.text("table.copy.gone", row.seqText()));
    }

    private List<Entry> entries(Filter filter, List<SeqRange> selected, Cancellation cancellation) {
        List<Entry> found = new ArrayList<>();
        long[] chars = new long[1];
        for (SeqRange range : selected) {
            journal.scan(
                    filter,
                    range,
                    entry -> {
                        cancellation.check();
                        found.add(entry);
                        chars[0] += entry.valueJson().length();
                        refuseExcess(found.size(), chars[0]);
                        return true;
                    },
                    cancellation);
        }
        return found;
    }

    private static void refuseExcess(int rows, long chars) {
        if (rows > MAX_ROWS) {
            throw new JournalException(Texts.text("table.copy.tooMany", NumberText.grouped(MAX_ROWS)));
        }
        if (chars > MAX_CHARS) {
            throw new JournalException(Texts.text("table.copy.tooLarge", MAX_CHARS / 1_000_000));
        }
    }
}
