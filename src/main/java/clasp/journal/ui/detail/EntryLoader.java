package clasp.journal.ui.detail;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.Entry;
import clasp.journal.model.ValueSyntax;
import clasp.journal.model.ValueSyntaxException;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.recovery.ValueDiff;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads entries whole and prepares them for the screen. Thread-safe.
final class EntryLoader {
    /// Values are compared part by part up to this many characters each; their parts are objects then.
    static final int MAX_COMPARED = 2_000_000;

    static final int MAX_CHANGES = 5_000;

    private final JournalReader journal;

    EntryLoader(JournalReader journal) {
        this.journal = journal;
    }

    static Filter sameAddress(String address) {
        return new Filter.Address(AddressPattern.literally(address));
    }

    /// The entry without what it changed.
    /// @throws JournalException when the journal has no such entry any more
    EntryDetail load(long seq, Cancellation cancellation) {
        Entry entry = journal.entry(seq)
                .orElseThrow(() -> new JournalException(Texts.text(
                        journal.damage() == Damage.MET ? "detail.unfound" : "detail.gone", NumberText.seq(seq))));
        cancellation.check();
        String text = entry.valueJson();
        @Nullable ValueSyntaxException problem = ValueSyntax.problem(text).orElse(null);
        cancellation.check();
        @Nullable Outline outline = problem == null ? Outline.of(text, cancellation) : null;
        var readings = ClaspReading.of(entry);
        cancellation.check();
        return new EntryDetail(
                entry,
                utf8Length(text),
                firstMicros(cancellation),
                readings,
                RawText.of(text),
                outline,
                problem,
                new EntryDiff.Unknown());
    }

    /// The entry as the journal has it now; as it was shown where it is gone from the journal's beginning,
    /// which is said beside it. Text that is still the same stays the same object.
    EntryDetail again(EntryDetail shown, Cancellation cancellation) {
        JournalState state = journal.state();
        if (state.isEmpty() || shown.seq() < state.firstSeq()) {
            return shown;
        }
        EntryDetail now = load(shown.seq(), cancellation);
        return now.entry().equals(shown.entry()) ? now.withTextOf(shown) : now;
    }

    /// What the entry changed at its address.
    EntryDiff compare(Entry entry, Cancellation cancellation) {
        Optional<Entry> previous;
        try {
            previous = previous(entry, cancellation);
        } catch (DamagedException otherPartsTell) {
            return new EntryDiff.Lost();
        }
        if (previous.isEmpty()) {
            return new EntryDiff.NoEarlier();
        }
        Entry before = previous.get();
        String earlier = before.valueJson();
        String later = entry.valueJson();
        boolean large = Math.max(earlier.length(), later.length()) > MAX_COMPARED;
        return large && !earlier.equals(later)
                ? new EntryDiff.TooLarge(before, entry)
                : new EntryDiff.Compared(before, entry, ValueDiff.between(earlier, later, MAX_CHANGES, cancellation));
    }

    private Optional<Entry> previous(Entry entry, Cancellation cancellation) {
        if (entry.seq() == Long.MIN_VALUE) {
            return Optional.empty();
        }
        var request = new PageRequest(sameAddress(entry.address()), entry.seq() - 1, Direction.BACKWARD, 1, 1);
        List<Row> rows = journal.page(request, cancellation);
        return rows.isEmpty()
                ? Optional.empty()
                : journal.entry(rows.getFirst().entry().seq());
    }

    private long firstMicros(Cancellation cancellation) {
        var request = new PageRequest(Filter.ALL, journal.state().firstSeq(), Direction.FORWARD, 1, 1);
        List<Row> rows = journal.page(request, cancellation);
        return rows.isEmpty() ? 0 : rows.getFirst().entry().timestampMicros();
    }

    private static long utf8Length(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
