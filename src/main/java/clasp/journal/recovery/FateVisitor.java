package clasp.journal.recovery;

import clasp.journal.model.Entry;

/// Told what a recovery makes of each entry, in ascending seq.
@FunctionalInterface
public interface FateVisitor {
    void visit(Entry entry, Fate fate);
}
