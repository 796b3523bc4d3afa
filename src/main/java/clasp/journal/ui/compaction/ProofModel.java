package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Works out in the background what both recoveries come to after the compaction that is chosen, without
/// doing it, and again whenever the journal has changed. Confined to the FX thread.
final class ProofModel {
    private static final Duration REST = Duration.ofSeconds(2);

    private final ReadOnlyObjectWrapper<Proof> proof = new ReadOnlyObjectWrapper<>(new Proof.None());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Fraction.UNKNOWN);
    private final JournalReader journal;
    private final Refresh<Proof> proving;
    private Optional<CompactionOrder> order = Optional.empty();
    private boolean changedMeanwhile;

    ProofModel(JournalReader journal, Tasks tasks, Later later) {
        this.journal = journal;
        proving = new Refresh<>(tasks, later, REST, "compare recoveries", this::question, this::found);
        proving.onProgress((done, total) -> progress.set(Fraction.of(done, total)));
        proving.onFailure(error -> proof.set(new Proof.Failed(CompactionViewModel.sentence(error))));
    }

    ReadOnlyObjectProperty<Proof> proof() {
        return proof.getReadOnlyProperty();
    }

    /// How far the present comparison is, from 0 to 1, or [Fraction#UNKNOWN].
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// @param chosen empty when nothing would be deleted
    void choose(Optional<CompactionOrder> chosen) {
        boolean same = chosen.map(ProofModel::essence).equals(order.map(ProofModel::essence));
        order = chosen;
        if (chosen.isEmpty()) {
            proving.stop();
            proof.set(new Proof.None());
        } else if (!same) {
            again();
        }
    }

    /// Works it out anew, whatever is shown.
    void again() {
        if (order.isPresent()) {
            progress.set(Fraction.UNKNOWN);
            proof.set(new Proof.Computing());
            proving.now();
        }
    }

    /// What is shown stays until it is worked out anew, but is said to be of the journal before.
    void journalChanged() {
        changedMeanwhile = true;
        if (order.isPresent()) {
            if (proof.get() instanceof Proof.Ready shown) {
                proof.set(shown.outdatedNow());
            }
            proving.soon();
        }
    }

    /// Whatever was worked out is no longer so.
    void forget() {
        proving.stop();
        order = Optional.empty();
        proof.set(new Proof.None());
    }

    private Job<Proof> question() {
        Optional<CompactionOrder> chosen = order;
        changedMeanwhile = false;
        return (progress, cancellation) -> {
            if (chosen.isEmpty()) {
                return new Proof.None();
            }
            return new Proof.Ready(CompactionProof.predict(journal, chosen.get(), progress, cancellation), false);
        };
    }

    private void found(Proof result) {
        proof.set(changedMeanwhile && result instanceof Proof.Ready ready ? ready.outdatedNow() : result);
    }

    /// Neither backup nor shrinking changes what is recovered.
    private static CompactionOrder essence(CompactionOrder order) {
        return new CompactionOrder(order.beforeSeq(), null, order.snapshotFirst(), false, order.forClaspRouter());
    }
}
