package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbersAreOrderedByTheirValue() {
        var names = new ArrayList<>(List.of("10", "2", "x10y2", "x10y10", "x9", "007", "7", "", "a", "x"));
        Collections.shuffle(names, new Random(1));
        names.sort(NaturalOrder.INSTANCE);
        assertThat(names).containsExactly("", "2", "007", "7", "10", "a", "x", "x9", "x10y2", "x10y10");
    }

    @Test
    void numbersOfAnyLengthDoNotOverflow() {
        assertThat(NaturalOrder.INSTANCE.compare("99999999999999999999", "100000000000000000000"))
                .isNegative();
    }

    @Test
    void isAnOrderThatTellsAllTextsApart() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String a = text(random);
            String b = text(random);
            String c = text(random);
            int ab = Integer.signum(NaturalOrder.INSTANCE.compare(a, b));
            assertThat(NaturalOrder.INSTANCE.compare(b, a))
                    .isEqualTo(ab == 0 ? 0 : NaturalOrder.INSTANCE.compare(b, a));
            assertThat(Integer.signum(NaturalOrder.INSTANCE.compare(b, a))).isEqualTo(-ab);
            assertThat(ab == 0).isEqualTo(a.equals(b));
            if (ab <= 0 && NaturalOrder.INSTANCE.compare(b, c) <= 0) {
                assertThat(NaturalOrder.INSTANCE.compare(a, c)).isLessThanOrEqualTo(0);
            }
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append("0012ab".charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
