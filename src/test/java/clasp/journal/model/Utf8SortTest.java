package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However it sorts, the order is that of [Utf8Order].
class Utf8SortTest {
    private record Item(String text, int number) {}

    @ParameterizedTest
    @ValueSource(strings = {"/ab", "/az\u007f\u0080", "a\u0000", "a\uFFFF", "/é\uE000\uFFFF\uD83D\uDE00"})
    void sortsAsComparingDoes(String letters) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Item> items = IntStream.range(0, random.nextInt(3_000))
                    .mapToObj(number -> new Item(word(random, letters), number))
                    .toList();
            sortedAsByComparing(items);
        }
    }

    @Test
    void sortsAddressesOfManyScenes() {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            items.add(new Item("/lumen/scene/" + number * 7_919 % 20_000 + "/level", number));
        }
        sortedAsByComparing(items);
    }

    @Test
    void textsThatAreAlikeForVeryLongAreSortedToo() {
        String alike = "/long".repeat(10_000);
        sortedAsByComparing(IntStream.range(0, 50)
                .mapToObj(number -> new Item(alike + number * 37 % 50, number))
                .toList());
    }

    private static void sortedAsByComparing(List<Item> items) {
        assertThat(Utf8Sort.sorted(items, Item::text))
                .containsExactlyElementsOf(items.stream()
                        .sorted(Comparator.comparing(Item::text, Utf8Order.INSTANCE))
                        .toList());
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder(random.nextBoolean() ? "/begin/" : "");
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
