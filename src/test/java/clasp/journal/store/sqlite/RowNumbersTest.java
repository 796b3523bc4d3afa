package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers in a leaf that are not in order get the place between the others, where that tells.
class RowNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "'',                       ''",
        "7,                        7",
        "'5 6 8 9',                '5 6 8 9'",
        // Too high, too low, one and several.
        "'5 6 4096 8 9',           '5 6 7* 8 9'",
        "'5 6 1 8 9',              '5 6 7* 8 9'",
        "'5 6 900 800 9 10 11',    '5 6 7* 8* 9 10 11'",
        // At the begin and at the end.
        "'900 6 7 8',              '5* 6 7 8'",
        "'5 6 7 1',                '5 6 7 8*'",
        // Behind a gap the first place is taken.
        "'5 6 4096 20 21',         '5 6 7* 20 21'",
        // Of two that could be right, it is the one that leaves no gap.
        "'5 6 8 8 9',              '5 6 7* 8 9'",
        "'5 6 6 8 9',              '5 6 7* 8 9'",
        "'5 1 7 8 9',              '5 6* 7 8 9'",
        "'5 3 7 8 9',              '5 6* 7 8 9'",
        // A row that cannot be read has its place, too.
        "'5 6 - 4096 9',           '5 6 8* 9'",
        "'5 6 4096 - 9',           '5 6 7* 9'",
        "'- 900 7 8 9',            '6* 7 8 9'",
        "'5 6 7 - 1',              '5 6 7 9*'",
        "-,                        ''",
        // At an end it may be right, or belong to the others.
        "'5 7 8 9',                '6? 7 8 9'",
        "'5 6 7 900',              '5 6 7 8?'",
        "'5 7 9 900',              '5 7 9 900'",
        // No place is left, or too few tell.
        "'5 6 6 7',                '5 6! 6 7'",
        "'9 5',                    '9! 5'",
        "'9 1 2',                  '9! 1 2'",
        "'9 1 2 3',                '9! 1 2 3'",
        "'10 11 12 13 13',         '10 11 12 13 14*'",
    })
    void whatIsNotInOrderIsNumberedByItsPlace(String stored, String expected) {
        List<Optional<Long>> numbers = words(stored)
                .map(number -> number.equals("-") ? Optional.<Long>empty() : Optional.of(Long.parseLong(number)))
                .toList();
        RowNumbers found = RowNumbers.of(numbers);
        assertThat(IntStream.range(0, numbers.size())
                        .filter(row -> numbers.get(row).isPresent())
                        .mapToObj(found::number)
                        .map(row -> row.byPlace()
                                + switch (row.numbering()) {
                                    case IN_ORDER -> "";
                                    case AT_EDGE -> "?";
                                    case BY_PLACE -> "*";
                                    case DAMAGED -> "!";
                                })
                        .toList())
                .isEqualTo(words(expected).toList());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }

    @Test
    void numbersAtTheEndOfAllThatThereAreLeadNowhere() {
        RowNumbers found = RowNumbers.of(Stream.of(1L, 2L, Long.MAX_VALUE, 5L, Long.MIN_VALUE, 7L)
                .map(Optional::of)
                .toList());
        assertThat(IntStream.range(0, 6).mapToLong(row -> found.number(row).byPlace()))
                .containsExactly(1L, 2L, 3L, 5L, 6L, 7L);
    }
}
