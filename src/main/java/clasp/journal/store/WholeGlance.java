package clasp.journal.store;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.Entry;
import org.jspecify.annotations.Nullable;

/// A glance at an entry that is there as a whole. Immutable.
public record WholeGlance(Entry entry) implements EntryGlance {
    @Override
    public long seq() {
        return entry.seq();
    }

    @Override
    public long timestampMicros() {
        return entry.timestampMicros();
    }

    @Override
    public String author() {
        return entry.author();
    }

    @Override
    public String address() {
        return entry.address();
    }

    @Override
    public String signalType() {
        return entry.signalType();
    }

    @Override
    public @Nullable Long revision() {
        return entry.revision();
    }

    @Override
    public long msgType() {
        return entry.msgType();
    }

    @Override
    public boolean plainValue() {
        return ClaspReading.isPlain(entry.valueJson());
    }

    @Override
    public String valueJson() {
        return entry.valueJson();
    }
}
