package clasp.journal.live;

import clasp.journal.live.RelayPages.Page;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.store.JournalCopy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The copy of what one run of a relay gave its seqs to. Written by one thread, read by any.
final class Session {
    private final JournalCopy copy;
    private final Portion portion;
    private long floor;
    private @Nullable Entry last;

    /// @param portion what is taken; of the rest only the last entry is remembered
    Session(JournalCopy copy, Portion portion) {
        this.copy = copy;
        this.portion = portion;
    }

    /// Leaves out what comes before this seq. To be called before anything is taken.
    void beginAt(long seq) {
        floor = seq - 1;
    }

    /// Takes what the portion holds up to this entry, and goes on after it. To be called before anything is taken.
    void beginWith(List<Entry> history, Entry latest) {
        if (!history.isEmpty()) {
            copy.take(history);
        }
        last = latest;
    }

    JournalCopy copy() {
        return copy;
    }

    long lastSeq() {
        return last == null ? 0 : last.seq();
    }

    /// From where the next page is asked for: it begins with the last entry that is known, as long as the relay has it.
    /// That entry shows whether nothing is missing between, and whether the seqs still mean the same.
    long askAfter() {
        return last == null ? floor : Math.max(0, lastSeq() - 1);
    }

    /// What a page means for this session.
    sealed interface Reading {
        /// @param fresh entries to take
        /// @param missing seqs that the relay no longer has; empty range when nothing is missing
        record Continued(List<Entry> fresh, SeqRange missing) implements Reading {}

        /// The relay has nothing from the last known entry on.
        record Nothing() implements Reading {}

        /// The seqs stand for other entries than before.
        record Other() implements Reading {}
    }

    /// @param page of the entries after [#askAfter()]
    Reading reading(Page page) {
        List<Entry> entries = page.entries();
        Entry known = last;
        if (known == null) {
            return new Reading.Continued(entries, SeqRange.NONE);
        }
        if (entries.isEmpty()) {
            return new Reading.Nothing();
        }
        Entry first = entries.getFirst();
        if (first.seq() == known.seq()) {
            return first.equals(known)
                    ? new Reading.Continued(entries.subList(1, entries.size()), SeqRange.NONE)
                    : new Reading.Other();
        }
        return new Reading.Continued(entries, new SeqRange(known.seq() + 1, first.seq() - 1));
    }

    void take(List<Entry> fresh) {
        if (!fresh.isEmpty()) {
            List<Entry> wanted = fresh.stream().filter(portion::holds).toList();
            if (!wanted.isEmpty()) {
                copy.take(wanted);
            }
            last = fresh.getLast();
        }
    }
}
