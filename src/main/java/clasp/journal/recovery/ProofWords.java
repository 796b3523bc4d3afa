package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import java.util.ArrayList;
import java.util.List;

/// Says what a compaction does to both recoveries. Stateless.
public final class ProofWords {
    private static final int MOST_LISTED = 10;

    private ProofWords() {}

    /// Sentences: for each recovery whether it comes to the state before, and which params are otherwise.
    public static List<String> lines(CompactionProof proof) {
        List<String> lines = new ArrayList<>();
        lines.add(documented(proof));
        lines.addAll(listed(proof.documented()));
        lines.add(router(proof));
        lines.addAll(listed(proof.router()));
        return lines;
    }

    public static String documented(CompactionProof proof) {
        CompactionProof.Side side = proof.documented();
        if (side.right() && side.otherwise() == 0) {
            return CoreTexts.text("recovery.proof.documented.right", Long.toString(side.alike()));
        }
        String values = side.right()
                ? CoreTexts.text("recovery.proof.documented.values", Long.toString(side.alike()))
                : CoreTexts.text(
                        "recovery.proof.documented.differs",
                        Long.toString(side.differing().size()),
                        Long.toString(side.alike()));
        return side.otherwise() == 0
                ? values
                : values + " " + CoreTexts.text("recovery.proof.documented.rewritten", Long.toString(side.otherwise()));
    }

    public static String router(CompactionProof proof) {
        CompactionProof.Side side = proof.router();
        String after = side.right()
                ? CoreTexts.text("recovery.proof.router.right", Long.toString(side.alike()))
                : CoreTexts.text(
                        "recovery.proof.router.differs",
                        Long.toString(side.differing().size()),
                        Long.toString(side.alike()));
        int before = proof.routerBefore().differing().size();
        return before == 0
                ? after
                : after + " " + CoreTexts.text("recovery.proof.router.without", Long.toString(before));
    }

    /// One param that is otherwise: what it is now, and what it would be.
    public static String line(ParamChange change) {
        String nothing = CoreTexts.text("recovery.nothing");
        return CoreTexts.text(
                "recovery.proof.param",
                RecoveryTexts.address(change.address()),
                change.earlier().map(RecoveryTexts::inWords).orElse(nothing),
                change.later().map(RecoveryTexts::inWords).orElse(nothing));
    }

    private static List<String> listed(CompactionProof.Side side) {
        List<String> lines = new ArrayList<>();
        side.differing().stream().limit(MOST_LISTED).forEach(change -> lines.add("  " + line(change)));
        int more = side.differing().size() - MOST_LISTED;
        if (more > 0) {
            lines.add("  " + CoreTexts.text("recovery.proof.more", Long.toString(more)));
        }
        return lines;
    }
}
