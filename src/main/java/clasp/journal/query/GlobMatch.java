package clasp.journal.query;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One test of an address against a pattern. What it computes is what CLASP's matcher answers, including where that
/// differs from what the notation promises: a `*` or `**` is reconsidered only as long as nothing after it has locked
/// it in, and alternatives are taken by the longest match and not reconsidered afterwards. A textbook glob would be
/// simpler and would give other answers.
///
/// The work is bounded, whatever the pattern: without braces no place of the address is tried twice with the same
/// star, what a brace does at a place is computed once (see [#brace(int, int, int)]), and a pattern on which
/// CLASP's matcher would run for ever is refused when its state comes back. Confined to one thread.
final class GlobMatch {
    /// More open braces than this are refused.
    static final int MAX_DEPTH = 10;

    /// Most patterns enter a few braces, and remembering costs more than doing it again.
    private static final int ENTRIES_BEFORE_REMEMBERING = 32;

    final byte[] glob;
    final byte[] address;
    final int offset;
    final int length;

    /// The farthest place of the address that an alternative of the open braces has reached; 0 for none.
    int longest;

    private final GlobSteps steps;
    private int braceEntries;
    private @Nullable Map<Place, GlobResult> remembered;

    /// What a brace does depends on this and nothing else.
    private record Place(int globIndex, int addressIndex, int depth, int longest) {}

    GlobMatch(byte[] glob, byte[] address, int offset, int length, GlobSteps steps) {
        this.glob = glob;
        this.address = address;
        this.offset = offset;
        this.length = length;
        this.steps = steps;
    }

    /// Whether the pattern from `globIndex` fits the address from `addressIndex`.
    GlobResult.Ending run(int globIndex, int addressIndex) {
        return new GlobFrame(this, 0, globIndex, addressIndex).run().ending();
    }

    byte at(int addressIndex) {
        return address[offset + addressIndex];
    }

    void countStep() {
        steps.count++;
    }

    /// Tries the alternatives that begin at `globIndex`, just after a `{`.
    GlobResult brace(int globIndex, int addressIndex, int depth) {
        if (++braceEntries <= ENTRIES_BEFORE_REMEMBERING) {
            return new GlobFrame(this, depth, globIndex, addressIndex).run();
        }
        if (remembered == null) {
            remembered = new HashMap<>();
        }
        Place place = new Place(globIndex, addressIndex, depth, longest);
        GlobResult known = remembered.get(place);
        if (known == null) {
            known = new GlobFrame(this, depth, globIndex, addressIndex).run();
            remembered.put(place, known);
        }
        longest = known.longest();
        return known;
    }
}
