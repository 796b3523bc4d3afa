package clasp.journal.testing;

import java.util.List;
import java.util.SplittableRandom;

/// Texts near sound ones: parts left out, doubled, exchanged, and pieces put in where they do not belong. Used by one
/// thread.
public final class TextMutator {
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST = 20_000;

    private final List<String> seeds;
    private final List<String> pieces;
    private final SplittableRandom random;

    /// @param pieces what means something in such texts
    public TextMutator(List<String> seeds, List<String> pieces, SplittableRandom random) {
        this.seeds = seeds;
        this.pieces = pieces;
        this.random = random;
    }

    public String next() {
        StringBuilder text = new StringBuilder(any(seeds));
        for (int change = random.nextInt(MOST_CHANGES) + 1; change > 0; change--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(from, any(pieces));
                case 3 -> text.replace(from, to, any(pieces));
                case 4 -> text.insert(from, any(pieces).repeat(1 + random.nextInt(300)));
                default -> text.insert(from, (char) random.nextInt(0x1_0000));
            }
            text.setLength(Math.min(text.length(), LONGEST));
        }
        return text.toString();
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
