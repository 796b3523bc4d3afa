package clasp.journal.ui.recovery;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Companion;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.OriginalFile;
import clasp.journal.store.OwnChange;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;

/// That looking changed nothing: the hash of each file of the journal when it was opened, and now. Confined to the FX
/// thread.
public final class EvidenceViewModel {
    /// A file at the first look, and what this program had done to it by then. Immutable.
    private record FirstLook(OriginalFile file, List<OwnChange> known) {}

    private final Browsing browsing;
    private final Question<Evidence> question;
    private final Freshness freshness;
    /// What was there at the first look. Touched by one background task at a time.
    private final Map<Path, FirstLook> firstLook = new HashMap<>();

    /// The originals of the private copy that was read last; empty while none was.
    private List<OriginalFile> copies = List.of();

    EvidenceViewModel(Browsing browsing, Tasks tasks, Later later) {
        this.browsing = browsing;
        JournalReader journal = browsing.journal();
        question = new Question<>(
                tasks,
                later,
                Duration.ZERO,
                Texts.text("recoveryView.task.evidence"),
                () -> browsing.info()
                        .get()
                        .path()
                        .map(file -> (progress, cancellation) -> look(journal, file, cancellation)));
        freshness = new Freshness(question, browsing.state());
    }

    Browsing browsing() {
        return browsing;
    }

    private Evidence look(JournalReader journal, Path file, Cancellation cancellation) {
        List<OriginalFile> originals = originals(journal);
        boolean copied = !originals.isEmpty();
        List<Path> paths = copied ? originals.stream().map(OriginalFile::file).toList() : beside(file);
        // Before the hashes are computed: what is changed meanwhile is not taken for known.
        List<OwnChange> known = journal.ownChanges();
        List<Evidence.Comparison> files = new ArrayList<>();
        synchronized (firstLook) {
            // A copy may be older than what this program did since: then nothing of that is known in it.
            originals.forEach(each -> firstLook.put(each.file(), new FirstLook(each, List.of())));
            for (Path path : paths) {
                OriginalFile now = journal.fileNow(path, cancellation);
                FirstLook before = firstLook.computeIfAbsent(path, any -> new FirstLook(now, known));
                files.add(new Evidence.Comparison(before.file(), before.known(), now));
            }
        }
        return new Evidence(copied, files, journal.ownChanges());
    }

    /// A journal that another took the place of, or that is gone, is compared with what was there at the
    /// first look: that is when evidence is asked for.
    private List<OriginalFile> originals(JournalReader journal) {
        synchronized (firstLook) {
            try {
                copies = journal.originals();
            } catch (JournalException e) {
                if (firstLook.isEmpty()) {
                    throw e;
                }
            }
            return copies;
        }
    }

    private static List<Path> beside(Path file) {
        return List.of(file, Companion.WAL.of(file), Companion.SHARED_MEMORY.of(file));
    }

    Question<Evidence> question() {
        return question;
    }

    /// Whether the journal has changed since the hashes were computed.
    ReadOnlyBooleanProperty outdated() {
        return freshness.outdated();
    }

    /// Computes the hashes once more.
    void lookAgain() {
        question.changedNow();
    }

    /// The evidence as text to keep; empty while it is not there.
    Optional<String> text() {
        return question.answer().map(evidence -> {
            var text = new StringBuilder(verdict(evidence)).append('\n');
            for (Evidence.Comparison each : evidence.files()) {
                text.append(each.before().file())
                        .append('\n')
                        .append("  before  ")
                        .append(hash(each.before()))
                        .append('\n')
                        .append("  now     ")
                        .append(hash(each.now()))
                        .append('\n');
            }
            return text.toString();
        });
    }

    /// What can be said of all files together.
    String verdict(Evidence evidence) {
        String own = String.join(", ", evidence.own().stream().map(this::own).toList());
        return Texts.text("recoveryView.evidence." + evidence.verdict().key(), own);
    }

    private String own(OwnChange change) {
        String from = time(change.from());
        return switch (change.kind()) {
            case COMPACTION -> Texts.text("recoveryView.evidence.own.compaction", from);
            case RESTORATION -> Texts.text("recoveryView.evidence.own.restoration", from);
            case WRITING ->
                change.end()
                        .map(end -> Texts.text("recoveryView.evidence.own.writing", from, time(end)))
                        .orElse(Texts.text("recoveryView.evidence.own.writingStill", from));
        };
    }

    private String time(Instant at) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        return Times.of(browsing).full(micros) + " " + Times.of(browsing).unit(micros);
    }

    private static String hash(OriginalFile file) {
        return file.present() ? file.sha256() : Texts.text("recoveryView.evidence.absent");
    }

    void close() {
        question.close();
    }
}
