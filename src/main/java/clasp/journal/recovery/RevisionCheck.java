package clasp.journal.recovery;

import clasp.journal.recovery.RestartWatch.StartOver;
import clasp.journal.recovery.RestartWatch.Way;
import clasp.journal.store.EntryGlance;
import java.util.function.Consumer;

/// Looks for revisions that do not count one up at their address, and by them for restarts of the router, after which
/// the revisions of all addresses start over. Confined to one scan.
final class RevisionCheck implements ProblemScan.EntryCheck {
    private final Consumer<Problem> found;
    private final RestartWatch restarts;
    private final ComebackRevisions comeback;
    private final StoredRevisions stored;
    /// Of each address the seq of its latest SET, and the revision that it carried.
    private final LongPairs latest = new LongPairs();
    private long seqBefore;
    /// The first entry after the latest missing ones.
    private long holeEnd;

    RevisionCheck(SnapshotRevisions snapshots, StoredRevisions stored, RestartWatch restarts, Consumer<Problem> found) {
        this.restarts = restarts;
        this.stored = stored;
        this.found = found;
        comeback = new ComebackRevisions(snapshots);
    }

    @Override
    public void ahead(int id) {
        latest.ahead(id);
        comeback.ahead(id);
    }

    @Override
    public void entry(EntryGlance entry, int id) {
        long seq = entry.seq();
        restarts.pass(entry);
        if (seq != seqBefore + 1) {
            holeEnd = seq;
        }
        seqBefore = seq;
        if (id == ProblemScan.NO_SET) {
            return;
        }
        Long carried = entry.revision();
        if (carried == null) {
            found.accept(Problem.of(ProblemKind.SET_WITHOUT_REVISION, seq, entry.address()));
            return;
        }
        long setBefore = latest.first(id);
        long before = latest.second(id);
        if (setBefore != LongPairs.NONE) {
            compare(entry, id, carried, before, setBefore);
        }
        latest.set(id, seq, carried);
        comeback.take(seq, id, carried, before, setBefore);
    }

    @Override
    public void end() {
        restarts.end();
    }

    private void compare(EntryGlance entry, int id, long carried, long before, long setBefore) {
        boolean anew = comeback.has(entry.seq(), id, carried, before);
        if (carried == before + 1) {
            if (!anew) {
                restarts.countsOn(setBefore);
            }
            return;
        }
        ProblemKind kind = kind(carried, before);
        boolean gap = kind == ProblemKind.REVISION_GAP;
        // Revisions are higher in a snapshot than after it only where another restart lies in between.
        long taken = gap ? restarts.latestUpTo(setBefore) : setBefore;
        boolean startsOver = anew
                || comeback.goesBack(id, carried, taken, setBefore)
                || stored.isFollowedBy(carried, entry.address(), taken);
        Way way = way(gap, anew);
        if (startsOver && restarts.explains(setBefore, way)) {
            return;
        }
        Problem problem = Problem.of(
                kind,
                entry.seq(),
                entry.address(),
                Long.toUnsignedString(before),
                Long.toUnsignedString(carried),
                Long.toString(setBefore));
        boolean neighbours = restarts.goesBackTo(id, carried);
        if (startsOver && !neighbours && !(gap && setBefore < holeEnd)) {
            restarts.startsOver(
                    new StartOver(entry.seq(), id, entry.address(), before, carried, way, problem), setBefore);
        } else {
            found.accept(problem);
        }
    }

    private static Way way(boolean gap, boolean anew) {
        if (anew) {
            return gap ? Way.LEAVE_ONE_OUT : Way.START_OVER;
        }
        return gap ? Way.GO_FAR_BACK : Way.GO_BACK;
    }

    private static ProblemKind kind(long revision, long before) {
        int order = Long.compareUnsigned(revision, before);
        if (order == 0) {
            return ProblemKind.REVISION_REPEAT;
        }
        return order > 0 ? ProblemKind.REVISION_GAP : ProblemKind.REVISION_REGRESSION;
    }
}
