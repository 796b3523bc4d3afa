package clasp.journal.ui.recovery;

import clasp.journal.export.Formulas;
import clasp.journal.export.NewFile;
import clasp.journal.recovery.RecoveredParam;
import clasp.journal.recovery.StateComparison;
import clasp.journal.recovery.StateDifference;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison as CSV: one line for each param that differs, both states side by side, and why. Values are the stored
/// JSON; what a spreadsheet would run is guarded. Stateless.
final class ComparisonCsv {
    private ComparisonCsv() {}

    /// The file is there under its name only when it is complete.
    ///
    /// @return how many differences were written
    static int write(StateComparison comparison, Path file, Cancellation cancellation) {
        try (var target = new NewFile(file)) {
            try (CsvWriter csv = CsvWriter.builder().build(target.temporary())) {
                csv.writeRecord(header(comparison));
                for (StateDifference difference : comparison.differences()) {
                    cancellation.check();
                    csv.writeRecord(line(difference));
                }
            }
            target.commit();
            return comparison.differences().size();
        } catch (UncheckedIOException | IOException e) {
            throw new JournalException(Texts.text("recoveryView.cannotWrite", file.toString(), FileReason.of(e)), e);
        }
    }

    private static List<String> header(StateComparison comparison) {
        List<String> header = new ArrayList<>(List.of("kind", "address"));
        for (String name : List.of(comparison.left().name(), comparison.right().name())) {
            for (String field : List.of("value", "revision", "writer", "time", "set by seq")) {
                header.add(Formulas.guarded(name + ": " + field));
            }
        }
        header.add("explanation");
        return header;
    }

    private static List<String> line(StateDifference difference) {
        List<String> line = new ArrayList<>();
        line.add(difference.kind().key());
        line.add(Formulas.guarded(difference.address()));
        fields(difference.left(), line);
        fields(difference.right(), line);
        line.add(Formulas.guarded(difference.explanation()));
        return line;
    }

    private static void fields(@Nullable RecoveredParam param, List<String> line) {
        if (param == null) {
            line.addAll(List.of("", "", "", "", ""));
            return;
        }
        line.add(Formulas.guarded(param.param().valueJson()));
        line.add(Long.toUnsignedString(param.param().revision()));
        line.add(Formulas.guarded(param.param().writer()));
        line.add(TimeText.iso(param.param().timestampMicros()));
        line.add(param.setBy().isPresent() ? Long.toString(param.seq()) : "snapshot");
    }
}
