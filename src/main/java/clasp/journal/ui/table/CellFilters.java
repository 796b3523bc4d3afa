package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Comparison;
import clasp.journal.query.Filter;
import clasp.journal.query.TextPattern;
import clasp.journal.query.TextSearch;
import clasp.journal.query.ValueTest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The conditions that a cell suggests. Thread-safe.
final class CellFilters {
    private static final int MAX_TEXT = 200;
    private static final int MAX_NUMBER = 40;
    private static final long SECOND = 1_000_000;

    private CellFilters() {}

    /// What every entry with the same thing in this column fulfils; empty for a value too long to be searched for, and
    /// for what depends on the row above.
    static Optional<Filter> same(EntryColumn column, EntryRow row) {
        Entry entry = row.entry();
        return switch (column) {
            case SEQ -> Optional.of(new Filter.Seq(new SeqRange(entry.seq(), entry.seq())));
            case TIME -> Optional.of(new Filter.Time(new TimeRange(entry.timestampMicros(), entry.timestampMicros())));
            case DELTA -> Optional.empty();
            case SIGNAL -> Optional.of(new Filter.Signal(Set.of(entry.signalType())));
            case MESSAGE -> Optional.of(new Filter.Message(Set.of(entry.msgType())));
            case ADDRESS -> Optional.of(address(entry));
            case VALUE -> row.valueCut() ? Optional.empty() : value(entry.valueJson());
            case REVISION -> Optional.of(revision(entry.revision()));
            case AUTHOR -> Optional.of(new Filter.Author(new TextPattern(entry.author())));
        };
    }

    static Filter address(Entry entry) {
        return new Filter.Address(AddressPattern.literally(entry.address()));
    }

    /// A second before the entry to a second after it, within what a timestamp can be.
    static TimeRange around(Entry entry) {
        long micros = entry.timestampMicros();
        long from = Long.compareUnsigned(micros, SECOND) < 0 ? 0 : micros - SECOND;
        long to = Long.compareUnsigned(micros + SECOND, micros) < 0 ? -1L : micros + SECOND;
        return new TimeRange(from, to);
    }

    private static Filter revision(@Nullable Long revision) {
        return revision == null ? new Filter.HasRevision(false) : new Filter.Revision(Comparison.EQUAL, revision);
    }

    private static Optional<Filter> value(String json) {
        if (json.length() > MAX_TEXT) {
            return Optional.empty();
        }
        return Optional.of(new Filter.Value(test(json)));
    }

    private static ValueTest test(String json) {
        try {
            return switch (Value.parse(json)) {
                case Value.Num(String text)
                when text.length() <= MAX_NUMBER -> new ValueTest.Number(Comparison.EQUAL, new BigDecimal(text));
                case Value.Null same -> new ValueTest.Same(true, json.strip());
                case Value.Bool same -> new ValueTest.Same(true, json.strip());
                case Value.Text same -> new ValueTest.Same(true, json.strip());
                case Value.Num longNumber -> new ValueTest.Contains(new TextSearch(json));
                case Value.Array array -> new ValueTest.Contains(new TextSearch(json));
                case Value.Map map -> new ValueTest.Contains(new TextSearch(json));
            };
        } catch (ValueSyntaxException | NumberFormatException e) {
            return new ValueTest.Contains(new TextSearch(json));
        }
    }
}
