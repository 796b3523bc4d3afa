package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Wherever problems are told, they are told in one order.
class ProblemOrderTest {
    private final List<Problem> told = new ArrayList<>();
    private final ProblemOrder order = new ProblemOrder(told::add);

    @Test
    void whatIsFoundLateComesAtItsSeq() {
        Problem lost = at(30, "a snapshot that is lost");
        Problem gap = at(10, "a gap");
        Problem damage = at(20, "damage that was met on the way");
        List.of(lost, gap, damage).forEach(order);
        assertThat(told).as("before all are known").isEmpty();
        order.end();
        assertThat(told).containsExactly(gap, damage, lost);
    }

    @Test
    void thoseOfOneSeqStayAsTheyWereFound() {
        Problem first = at(7, "first");
        Problem second = at(7, "second");
        List.of(first, second).forEach(order);
        order.end();
        assertThat(told).containsExactly(first, second);
        assertThat(ProblemOrder.of(List.of(first, second))).containsExactly(first, second);
    }

    @Test
    void moreThanAListHoldsAreToldAsTheyAreFound() {
        for (int i = 0; i < ProblemOrder.MOST; i++) {
            order.accept(at(ProblemOrder.MOST - i, "many"));
        }
        assertThat(told).hasSize(ProblemOrder.MOST).isSortedAccordingTo((a, b) -> Long.compare(a.seq(), b.seq()));
        Problem late = at(1, "late");
        order.accept(late);
        assertThat(told).last().isEqualTo(late);
        order.end();
        assertThat(told).hasSize(ProblemOrder.MOST + 1);
    }

    private static Problem at(long seq, String explanation) {
        return Problem.of(ProblemKind.DAMAGED, seq, null, explanation);
    }
}
