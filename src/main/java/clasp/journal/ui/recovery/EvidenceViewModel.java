package clasp.journal.ui.recovery;

import clasp.journal.store.JournalReader;
import clasp.journal.store.OriginalFile;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// That looking changed nothing: the hash of each file of the journal when it was opened, and now. Confined to the FX
/// thread.
public final class EvidenceViewModel {
    /// One file at two moments. Immutable.
    record Comparison(OriginalFile before, OriginalFile now) {
        boolean untouched() {
            return before.untouched(now);
        }
    }

    /// Immutable.
    ///
    /// @param copied whether a private copy is read: the hashes before are then those of its making, else those
    ///     of the first look at this page
    record Evidence(boolean copied, List<Comparison> files) {
        Evidence {
            files = List.copyOf(files);
        }

        boolean untouched() {
            return files.stream().allMatch(Comparison::untouched);
        }
    }

    private final Question<Evidence> question;
    /// What was there at the first look. Touched by one background task at a time.
    private final Map<Path, OriginalFile> firstLook = new HashMap<>();

    EvidenceViewModel(Browsing browsing, Tasks tasks, Later later) {
        JournalReader journal = browsing.journal();
        question = new Question<>(
                tasks,
                later,
                Duration.ZERO,
                Texts.text("recoveryView.task.evidence"),
                () -> browsing.info().get().path().map(file -> (progress, cancellation) -> {
                    List<OriginalFile> before = journal.originals();
                    boolean copied = !before.isEmpty();
                    List<Comparison> files = new ArrayList<>();
                    List<Path> paths =
                            copied ? before.stream().map(OriginalFile::file).toList() : beside(file);
                    synchronized (firstLook) {
                        before.forEach(each -> firstLook.put(each.file(), each));
                        for (Path path : paths) {
                            OriginalFile now = OriginalFile.of(path, cancellation);
                            files.add(new Comparison(firstLook.computeIfAbsent(path, any -> now), now));
                        }
                    }
                    return new Evidence(copied, files);
                }));
    }

    private static List<Path> beside(Path file) {
        return Stream.of("", "-wal", "-shm")
                .map(suffix -> file.resolveSibling(file.getFileName() + suffix))
                .toList();
    }

    Question<Evidence> question() {
        return question;
    }

    /// Computes the hashes once more.
    void lookAgain() {
        question.changedNow();
    }

    /// The evidence as text to keep; empty while it is not there.
    Optional<String> text() {
        return question.answer().map(evidence -> {
            var text = new StringBuilder();
            for (Comparison each : evidence.files()) {
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

    static String hash(OriginalFile file) {
        return file.present() ? file.sha256() : Texts.text("recoveryView.evidence.absent");
    }

    void close() {
        question.close();
    }
}
