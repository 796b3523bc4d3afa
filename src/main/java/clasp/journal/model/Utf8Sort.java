package clasp.journal.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Sorts very many things by texts that begin alike, as addresses do, in [Utf8Order]. Comparing two of a million texts
/// means going to memory for both, twenty times for each of them; so the next four characters of each are looked at
/// once, sorted as numbers, and only those that are alike so far are looked at again. Confined to one sort.
public final class Utf8Sort<T> {
    private static final int CHARS = 4;
    private static final int MOST_COMPARED = 12;
    /// Texts that are alike for longer are compared.
    private static final int MOST_DEPTH = 512;

    private static final int MOST_COUNTED = 0x7F;

    private final T[] items;
    private final Function<T, String> text;

    private Utf8Sort(T[] items, Function<T, String> text) {
        this.items = items;
        this.text = text;
    }

    /// The items by their texts; those with equal ones stay in their order.
    @SuppressWarnings("unchecked")
    public static <T> List<T> sorted(List<T> items, Function<T, String> text) {
        T[] sorted = (T[]) items.toArray();
        new Utf8Sort<>(sorted, text).sort(0, sorted.length, 0);
        return Arrays.asList(sorted);
    }

    private void sort(int from, int to, int depth) {
        if (to - from <= MOST_COMPARED || depth > MOST_DEPTH) {
            compare(from, to);
            return;
        }
        long[] keys = new long[to - from];
        for (int i = 0; i < keys.length; i++) {
            long key = key(text.apply(items[from + i]), depth);
            if (key < 0) {
                compare(from, to);
                return;
            }
            keys[i] = key << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        T[] before = Arrays.copyOfRange(items, from, to);
        for (int i = 0; i < keys.length; i++) {
            items[from + i] = before[(int) keys[i]];
        }
        int begin = 0;
        for (int i = 1; i <= keys.length; i++) {
            if (i == keys.length || keys[i] >>> Integer.SIZE != keys[begin] >>> Integer.SIZE) {
                // Texts that end here are equal.
                if ((keys[begin] >>> Integer.SIZE & 0xFF) != 0) {
                    sort(from + begin, from + i, depth + CHARS);
                }
                begin = i;
            }
        }
    }

    private void compare(int from, int to) {
        Arrays.sort(items, from, to, Comparator.comparing(text, Utf8Order.INSTANCE));
    }

    /// The characters from there on, each counted from 1, and 0 behind the end; negative where one is beyond ASCII.
    private static long key(String text, int depth) {
        long key = 0;
        for (int at = depth; at < depth + CHARS; at++) {
            int counted = at < text.length() ? text.charAt(at) + 1 : 0;
            if (counted > MOST_COUNTED) {
                return -1;
            }
            key = key << Byte.SIZE | counted;
        }
        return key;
    }
}
