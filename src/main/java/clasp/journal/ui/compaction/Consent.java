package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What the chosen compaction puts at risk, and whether the user agreed to that: to this risk and this choice, to no
/// other and no greater one. Confined to the FX thread.
final class Consent {
    private final CutPreviewModel cut;
    private final CompactionOptions options;
    private final ProofModel proof;
    private final BooleanProperty given = new SimpleBooleanProperty();
    private final ObjectBinding<Risk> risk;

    Consent(CutPreviewModel cut, CompactionOptions options, ProofModel proof) {
        this.cut = cut;
        this.options = options;
        this.proof = proof;
        risk = Bindings.createObjectBinding(this::currentRisk, cut.preview(), options.snapshotFirst(), proof.proof());
        cut.choice().onChange(this::withdraw);
        risk.addListener((property, before, now) -> withdraw());
        proof.proof().addListener((property, before, now) -> {
            if (now instanceof Proof.Ready present && saysMore(before, present.proof())) {
                withdraw();
            }
        });
    }

    ObjectBinding<Risk> risk() {
        return risk;
    }

    /// Withdrawn whenever the choice or the risk changes, or more would come back otherwise.
    BooleanProperty given() {
        return given;
    }

    /// Whether nothing is at risk, or the user agreed.
    boolean enough() {
        return risk.get() == Risk.NONE || given.get();
    }

    /// Whether something is at risk of which nothing was said before.
    private static boolean saysMore(Proof before, CompactionProof now) {
        return before instanceof Proof.Ready old
                ? now.exceeds(old.proof())
                : !now.documented().right() || now.routerLoses() > 0;
    }

    private void withdraw() {
        given.set(false);
    }

    private Risk currentRisk() {
        return cut.preview().get() instanceof CutPreview.Ready found
                ? Risk.of(
                        found.preview(),
                        found.safePoint(),
                        options.snapshotFirst().get(),
                        proof.proof().get())
                : Risk.NONE;
    }
}
