package clasp.journal.query;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import java.util.List;
import java.util.Set;

/// Which entries of a journal are wanted. [#matches(Entry)] is the definition: whatever way a backend finds the
/// entries, it finds exactly those for which this answers true. Immutable; equal when written alike.
public sealed interface Filter {
    /// Every entry.
    Filter ALL = new And(List.of());

    /// No entry.
    Filter NONE = new Or(List.of());

    boolean matches(Entry entry);

    /// All of the parts match; with no parts, every entry does.
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(Entry entry) {
            for (Filter part : parts) {
                if (!part.matches(entry)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// At least one of the parts matches; with no parts, no entry does.
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(Entry entry) {
            for (Filter part : parts) {
                if (part.matches(entry)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Filter part) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            return !part.matches(entry);
        }
    }

    /// The address matches the pattern.
    record Address(AddressPattern pattern) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            return pattern.matches(entry.address());
        }
    }

    /// The stored signal type is one of these texts, exactly.
    record Signal(Set<String> types) implements Filter {
        public Signal {
            types = Set.copyOf(types);
        }

        @Override
        public boolean matches(Entry entry) {
            return types.contains(entry.signalType());
        }
    }

    /// The author fits the text: `*` stands for any run of characters, everything else for itself.
    record Author(TextPattern pattern) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            return pattern.matches(entry.author());
        }
    }

    /// The stored message code is one of these.
    record Message(Set<Long> codes) implements Filter {
        public Message {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean matches(Entry entry) {
            return codes.contains(entry.msgType());
        }
    }

    /// The value fulfils the condition.
    record Value(ValueTest test) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            return test.matches(entry.valueJson());
        }
    }

    /// The revision, as an unsigned number, compares so; an entry without a revision never does.
    record Revision(Comparison comparison, long revision) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            Long found = entry.revision();
            return found != null && comparison.holds(Long.compareUnsigned(found, revision));
        }
    }

    /// Whether the entry has a revision at all.
    record HasRevision(boolean expected) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            return (entry.revision() != null) == expected;
        }
    }

    record Seq(SeqRange range) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            return range.contains(entry.seq());
        }
    }

    record Time(TimeRange range) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            return range.contains(entry.timestampMicros());
        }
    }

    /// The text occurs in the address, the author or the stored value, whatever the case of its letters.
    record Text(TextSearch search) implements Filter {
        @Override
        public boolean matches(Entry entry) {
            return search.in(entry.address()) || search.in(entry.author()) || search.in(entry.valueJson());
        }
    }
}
