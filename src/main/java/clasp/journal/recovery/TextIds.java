package clasp.journal.recovery;

import java.util.Arrays;

/// Numbers the texts that it meets, from 0, so that what is known of each has a place in an array. A map of a million
/// texts is looked into for each of millions of entries, so this one has no objects but the texts themselves. Confined
/// to its owner.
final class TextIds {
    static final int NONE = -1;

    /// The number of the text at a place, plus one; 0 where there is none.
    private int[] places;

    private int[] hashes;
    private String[] texts;
    private int size;

    TextIds() {
        this(0);
    }

    /// @param expected about how many there will be
    TextIds(int expected) {
        places = new int[Integer.highestOneBit(Math.max(16, expected)) * 4];
        hashes = new int[Math.max(16, expected)];
        texts = new String[hashes.length];
    }

    /// The number of the text, which is a new one when it never had one.
    int of(String text) {
        int hash = spread(text.hashCode());
        int place = place(text, hash);
        if (places[place] != 0) {
            return places[place] - 1;
        }
        if (size == texts.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            texts = Arrays.copyOf(texts, 2 * size);
        }
        hashes[size] = hash;
        texts[size] = text;
        size++;
        places[place] = size;
        if (size * 2 > places.length) {
            grow();
        }
        return size - 1;
    }

    /// [#NONE] when it never had one.
    int known(String text) {
        return places[place(text, spread(text.hashCode()))] - 1;
    }

    String text(int id) {
        return texts[id];
    }

    int size() {
        return size;
    }

    /// Where the text is, or where it belongs.
    private int place(String text, int hash) {
        int mask = places.length - 1;
        int place = hash & mask;
        while (places[place] != 0) {
            int id = places[place] - 1;
            if (hashes[id] == hash && texts[id].equals(text)) {
                break;
            }
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        places = new int[2 * places.length];
        int mask = places.length - 1;
        for (int id = 0; id < size; id++) {
            int place = hashes[id] & mask;
            while (places[place] != 0) {
                place = place + 1 & mask;
            }
            places[place] = id + 1;
        }
    }

    /// The low bits of texts that are much alike are alike, too.
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
