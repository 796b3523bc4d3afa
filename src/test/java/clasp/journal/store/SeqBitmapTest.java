package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.model.SeqRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeqBitmapTest {
    @Test
    void theEmptySetHasNothing() {
        assertThat(SeqBitmap.EMPTY.size()).isZero();
        assertThat(SeqBitmap.EMPTY.contains(1)).isFalse();
        assertThat(SeqBitmap.EMPTY.rank(Long.MAX_VALUE)).isZero();
        assertThat(SeqBitmap.EMPTY.ceiling(0)).isEmpty();
        assertThat(SeqBitmap.EMPTY.floor(0)).isEmpty();
        assertThat(SeqBitmap.of()).isEqualTo(SeqBitmap.EMPTY);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> SeqBitmap.EMPTY.select(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyAnswerIsThatOfASortedSet(long seed) {
        Random random = new Random(seed);
        NavigableSet<Long> expected = randomSet(random);
        SeqBitmap set = bitmap(expected, random);

        assertThat(elements(set)).containsExactlyElementsOf(expected);
        assertThat(set.size()).isEqualTo(expected.size());
        long rank = 0;
        for (long seq : expected) {
            assertThat(set.select(rank)).isEqualTo(seq);
            assertThat(set.rank(seq)).isEqualTo(rank++);
        }
        for (long probe : probes(expected, random)) {
            assertThat(set.contains(probe)).isEqualTo(expected.contains(probe));
            assertThat(set.rank(probe)).isEqualTo(expected.headSet(probe).size());
            assertThat(set.ceiling(probe)).isEqualTo(optional(expected.ceiling(probe)));
            assertThat(set.floor(probe)).isEqualTo(optional(expected.floor(probe)));
            SeqRange range = new SeqRange(probe, probe + random.nextInt(100_000));
            assertThat(set.count(range))
                    .isEqualTo(
                            range.isEmpty()
                                    ? 0
                                    : expected.subSet(range.first(), true, range.last(), true)
                                            .size());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void combinationsAreThoseOfSortedSets(long seed) {
        Random random = new Random(seed);
        NavigableSet<Long> a = randomSet(random);
        NavigableSet<Long> b =
                random.nextBoolean() ? randomSet(random) : new TreeSet<>(a.headSet(1L + random.nextInt(90_000)));
        SeqBitmap left = bitmap(a, random);
        SeqBitmap right = bitmap(b, random);

        NavigableSet<Long> both = new TreeSet<>(a);
        both.retainAll(b);
        NavigableSet<Long> either = new TreeSet<>(a);
        either.addAll(b);
        NavigableSet<Long> onlyLeft = new TreeSet<>(a);
        onlyLeft.removeAll(b);

        assertThat(left.and(right)).isEqualTo(bitmap(both, random));
        assertThat(left.or(right)).isEqualTo(bitmap(either, random));
        assertThat(left.andNot(right)).isEqualTo(bitmap(onlyLeft, random));
        assertThat(elements(left.and(right))).containsExactlyElementsOf(both);
        assertThat(left.or(right).size()).isEqualTo(either.size());
    }

    @Test
    void setsOfTheSameSizeDifferByTheirSeqs() {
        assertThat(SeqBitmap.of(1, 2)).isNotEqualTo(SeqBitmap.of(1, 3)).hasToString("2 seqs in 1..2");
    }

    @Test
    void wholeRangesAreAdded() {
        SeqBitmapBuilder builder = new SeqBitmapBuilder();
        builder.addRange(new SeqRange(60_000, 300_000));
        builder.addRange(SeqRange.NONE);
        builder.add(10);
        SeqBitmap set = builder.build();

        assertThat(set.size()).isEqualTo(240_002);
        assertThat(set.select(0)).isEqualTo(10);
        assertThat(set.select(1)).isEqualTo(60_000);
        assertThat(set.select(240_001)).isEqualTo(300_000);
        assertThat(set.floor(59_999)).hasValue(10);
        assertThat(set.contains(131_072)).isTrue();
    }

    @Test
    void theEndsOfAllSeqsAreReached() {
        SeqBitmap set = SeqBitmap.of(Long.MAX_VALUE, Long.MIN_VALUE, 0, -1);

        assertThat(elements(set)).containsExactly(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);
        assertThat(set.count(SeqRange.ALL)).isEqualTo(4);
        assertThat(set.ceiling(1)).hasValue(Long.MAX_VALUE);
    }

    @Test
    void aVisitorCanStop() {
        List<Long> seen = new ArrayList<>();
        SeqBitmap.of(1, 2, 70_000, 70_001).forEach(seq -> seen.add(seq) && seen.size() < 3);

        assertThat(seen).containsExactly(1L, 2L, 70_000L);
    }

    /// Dense, sparse and far-flung runs, some below zero.
    private static NavigableSet<Long> randomSet(Random random) {
        NavigableSet<Long> set = new TreeSet<>();
        for (int part = random.nextInt(4); part >= 0; part--) {
            long base = random.nextInt(5) == 0 ? random.nextLong() >> 3 : random.nextInt(200_000) - 20_000;
            int span = 1 + random.nextInt(100_000);
            int count = random.nextBoolean() ? random.nextInt(50) : random.nextInt(Math.min(span, 20_000));
            random.longs(count, base, base + span).forEach(set::add);
        }
        return set;
    }

    private static List<Long> probes(NavigableSet<Long> set, Random random) {
        List<Long> probes =
                new ArrayList<>(List.of(Long.MIN_VALUE, -1L, 0L, 65_535L, 65_536L, Long.MAX_VALUE - 100_000));
        for (long seq : set) {
            if (random.nextInt(20) == 0) {
                probes.add(seq - 1);
                probes.add(seq);
                probes.add(seq + 1);
            }
        }
        return probes;
    }

    /// Added in ascending order or shuffled, some twice.
    private static SeqBitmap bitmap(NavigableSet<Long> set, Random random) {
        List<Long> seqs = new ArrayList<>(set);
        if (random.nextBoolean()) {
            seqs.addAll(seqs.subList(0, seqs.size() / 2));
            Collections.shuffle(seqs, random);
        }
        SeqBitmapBuilder builder = new SeqBitmapBuilder();
        seqs.forEach(builder::add);
        return builder.build();
    }

    private static List<Long> elements(SeqBitmap set) {
        List<Long> elements = new ArrayList<>();
        set.forEach(elements::add);
        return elements;
    }

    private static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
