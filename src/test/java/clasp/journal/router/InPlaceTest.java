package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class InPlaceTest {
    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    private final InPlace executor = new InPlace(handedOver::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void whatAThreadOfItsOwnWantsDoneIsDoneAtOnce() {
        executor.execute(() -> {
            executor.execute(() -> done.add("inner"));
            done.add("outer");
        });
        assertThat(done).isEmpty();

        handedOver.remove().run();

        assertThat(done).containsExactly("inner", "outer");
        assertThat(handedOver).isEmpty();
    }

    @Test
    void whatOtherThreadsWantDoneIsHandedOver() {
        executor.execute(() -> done.add("first"));
        handedOver.remove().run();

        executor.execute(() -> done.add("second"));

        assertThat(done).containsExactly("first");
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void aThreadThatIsDoneIsLikeAnyOther() {
        executor.execute(() -> {
            throw new IllegalStateException("one mistake");
        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(handedOver.remove()::run);

        executor.execute(() -> done.add("later"));

        assertThat(done).isEmpty();
        assertThat(handedOver).hasSize(1);
    }
}
