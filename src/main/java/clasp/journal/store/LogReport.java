package clasp.journal.store;

import clasp.journal.model.SeqRange;
import java.util.List;

/// What lies in a log beside a journal whose writer did not close it. Immutable.
///
/// @param frames pieces of the log that are whole and are read
/// @param entriesOnlyInLog how many entries are nowhere else
/// @param onlyInLog their seqs, ascending
/// @param unreadableFrames pieces that nobody reads, because one of them is damaged and hides all that follow
/// @param firstUnreadableFrame the damaged one, counted from 1; 0 when there is none
/// @param entriesLost how many entries are known to be in the unreadable pieces and nowhere else
/// @param lost their seqs, ascending; what was in the damaged piece itself cannot be told
public record LogReport(
        long frames,
        long entriesOnlyInLog,
        List<SeqRange> onlyInLog,
        long unreadableFrames,
        long firstUnreadableFrame,
        long entriesLost,
        List<SeqRange> lost) {
    public LogReport {
        onlyInLog = List.copyOf(onlyInLog);
        lost = List.copyOf(lost);
    }
}
