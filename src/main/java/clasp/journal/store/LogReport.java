package clasp.journal.store;

import clasp.journal.model.SeqRange;
import java.util.List;

/// What lies in a log beside a journal whose writer did not close it. Immutable.
///
/// @param frames pieces of the log that are whole and are read
/// @param entriesOnlyInLog how many entries are nowhere else
/// @param onlyInLog their seqs, ascending
/// @param damage what is wrong with it
/// @param entriesLost how many entries are known to be in pieces that nobody reads, and nowhere else
/// @param lost their seqs, ascending; what was in a damaged piece itself cannot be told
public record LogReport(
        long frames,
        long entriesOnlyInLog,
        List<SeqRange> onlyInLog,
        LogDamage damage,
        long entriesLost,
        List<SeqRange> lost) {
    public LogReport {
        onlyInLog = List.copyOf(onlyInLog);
        lost = List.copyOf(lost);
    }

    /// One of whose entries nothing is known.
    public static LogReport of(long frames, LogDamage damage) {
        return new LogReport(frames, 0, List.of(), damage, 0, List.of());
    }
}
