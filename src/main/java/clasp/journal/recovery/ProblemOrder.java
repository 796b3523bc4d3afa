package clasp.journal.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Puts problems into the order in which they are told everywhere, in the window, in reports and on the command line:
/// that of their seqs, and of those of one seq as they were found. Where there are too many to hold, the rest comes
/// as it is found. Confined to one search.
public final class ProblemOrder implements Consumer<Problem> {
    /// So many are put in order at most.
    public static final int MOST = 50_000;

    private static final Comparator<Problem> BY_SEQ = Comparator.comparingLong(Problem::seq);

    private final Consumer<Problem> told;
    private final List<Problem> held = new ArrayList<>();
    private boolean tooMany;

    /// @param told told them in order, the first when there are too many to hold, or none are to come
    public ProblemOrder(Consumer<Problem> told) {
        this.told = told;
    }

    @Override
    public void accept(Problem problem) {
        if (tooMany) {
            told.accept(problem);
            return;
        }
        held.add(problem);
        if (held.size() == MOST) {
            tooMany = true;
            end();
        }
    }

    /// There are no more.
    public void end() {
        List<Problem> inOrder = of(held);
        // None is told twice, even where whoever is told fails.
        held.clear();
        inOrder.forEach(told);
    }

    /// The same of what was found already.
    public static List<Problem> of(List<Problem> found) {
        return found.stream().sorted(BY_SEQ).toList();
    }
}
