package clasp.journal.ui.compaction;

import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Finds out in the background what the chosen cut would do. What is shown belongs to the newest choice only.
/// Confined to the FX thread.
final class CutPreviewModel {
    private static final Duration TYPING = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(1);

    private final JournalReader journal;
    private final CutChoice choice = new CutChoice();
    private final ReadOnlyObjectWrapper<CutPreview> preview = new ReadOnlyObjectWrapper<>(new CutPreview.Computing());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Fraction.UNKNOWN);
    private final Refresh<CutPreview> previewing;
    private final Debounce typing;
    private @Nullable Compactor compactor;

    CutPreviewModel(JournalReader journal, Tasks tasks, Later later) {
        this.journal = journal;
        previewing = new Refresh<>(tasks, later, REST, "preview compaction", this::question, preview::set);
        previewing.onFailure(error -> preview.set(new CutPreview.Failed(CompactionViewModel.sentence(error))));
        previewing.onProgress((done, total) -> progress.set(Fraction.of(done, total)));
        typing = new Debounce(later, TYPING, previewing::now);
        choice.onChange(this::chosen);
    }

    CutChoice choice() {
        return choice;
    }

    ReadOnlyObjectProperty<CutPreview> preview() {
        return preview.getReadOnlyProperty();
    }

    /// How far that is, from 0 to 1, or [Fraction#UNKNOWN].
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Computes the preview anew, with this compactor from now on.
    void start(Compactor with) {
        compactor = with;
        again();
    }

    /// Computes it once more, after a failure.
    void again() {
        computing();
        previewing.now();
    }

    /// The journal has changed.
    void journalChanged() {
        if (compactor != null) {
            previewing.soon();
        }
    }

    void stop() {
        typing.cancel();
        previewing.stop();
    }

    private void chosen() {
        previewing.stop();
        if (choice.cut().isPresent()) {
            computing();
        } else {
            preview.set(new CutPreview.Missing(choice.advice()));
        }
        typing.touch();
    }

    private void computing() {
        progress.set(Fraction.UNKNOWN);
        preview.set(new CutPreview.Computing());
    }

    private Job<CutPreview> question() {
        Compactor present = compactor;
        Cut cut = choice.cut().orElse(null);
        String advice = choice.advice();
        return (progress, cancellation) -> {
            if (present == null || cut == null) {
                return new CutPreview.Missing(advice);
            }
            long newest = journal.state().highestSeqGiven();
            if (cut instanceof Cut.BeforeSeq(long seq) && seq - 1 > newest) {
                return new CutPreview.Missing(Texts.text("compaction.advice.beyond", NumberText.seq(newest)));
            }
            OptionalLong safePoint = present.safePoint(cancellation);
            long beforeSeq = cut.beforeSeq(journal, present, safePoint, cancellation);
            return new CutPreview.Ready(present.preview(beforeSeq, progress, cancellation), safePoint);
        };
    }
}
