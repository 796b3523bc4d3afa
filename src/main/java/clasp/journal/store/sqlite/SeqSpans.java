package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import java.util.ArrayList;
import java.util.List;

/// Where in the journal the entries of each bucket of time are: usually one after the other, as time and seqs ascend
/// together; a clock that was set makes them overlap. Stateless.
final class SeqSpans {
    private SeqSpans() {}

    /// The entries of a bucket.
    ///
    /// @param seqs from the lowest to the highest; others may lie between
    record Span(int bucket, long entries, SeqRange seqs) {}

    /// A run of seqs that no span divides.
    ///
    /// @param bucket the only one whose span holds it, or [#SEVERAL]
    record Piece(int bucket, SeqRange seqs) {}

    static final int SEVERAL = -1;

    private record Edge(long seq, int bucket, int step) {}

    /// The pieces in ascending order; what no span holds is in none.
    ///
    /// @param spans none ends at the highest seq that a number can be
    static List<Piece> pieces(List<Span> spans) {
        List<Edge> edges = new ArrayList<>();
        for (Span span : spans) {
            edges.add(new Edge(span.seqs().first(), span.bucket(), 1));
            edges.add(new Edge(span.seqs().last() + 1, span.bucket(), -1));
        }
        edges.sort((a, b) -> Long.compare(a.seq, b.seq));
        List<Piece> pieces = new ArrayList<>();
        int open = 0;
        long sumOfBuckets = 0;
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            if (i > 0 && open > 0 && edges.get(i - 1).seq < edge.seq) {
                SeqRange seqs = new SeqRange(edges.get(i - 1).seq, edge.seq - 1);
                pieces.add(new Piece(open == 1 ? (int) sumOfBuckets : SEVERAL, seqs));
            }
            open += edge.step;
            sumOfBuckets += (long) edge.step * edge.bucket;
        }
        return pieces;
    }
}
