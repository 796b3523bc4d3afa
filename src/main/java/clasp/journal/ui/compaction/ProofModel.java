package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Works out in the background what both recoveries come to after the compaction that is chosen, without
/// doing it. Confined to the FX thread.
final class ProofModel {
    private static final Duration REST = Duration.ofSeconds(2);

    private final ReadOnlyObjectWrapper<Proof> proof = new ReadOnlyObjectWrapper<>(new Proof.None());
    private final Refresh<Proof> proving;
    private Optional<CompactionOrder> order = Optional.empty();

    ProofModel(JournalReader journal, Tasks tasks, Later later) {
        proving = new Refresh<>(
                tasks,
                later,
                REST,
                "compare recoveries",
                () -> {
                    Optional<CompactionOrder> chosen = order;
                    return (progress, cancellation) -> chosen.<Proof>map(one ->
                                    new Proof.Ready(CompactionProof.predict(journal, one, progress, cancellation)))
                            .orElseGet(Proof.None::new);
                },
                proof::set);
        proving.onFailure(error -> proof.set(new Proof.Failed(CompactionViewModel.sentence(error))));
    }

    ReadOnlyObjectProperty<Proof> proof() {
        return proof.getReadOnlyProperty();
    }

    /// @param chosen empty when nothing would be deleted
    void choose(Optional<CompactionOrder> chosen) {
        boolean same = chosen.map(ProofModel::essence).equals(order.map(ProofModel::essence));
        order = chosen;
        if (chosen.isEmpty()) {
            proving.stop();
            proof.set(new Proof.None());
        } else if (!same || proof.get() instanceof Proof.Failed) {
            proof.set(new Proof.Computing());
            proving.now();
        }
    }

    /// Whatever was worked out is no longer so.
    void forget() {
        proving.stop();
        order = Optional.empty();
        proof.set(new Proof.None());
    }

    /// Neither backup nor shrinking changes what is recovered.
    private static CompactionOrder essence(CompactionOrder order) {
        return new CompactionOrder(order.beforeSeq(), null, order.snapshotFirst(), false, order.forClaspRouter());
    }
}
