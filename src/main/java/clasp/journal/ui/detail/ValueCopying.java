package clasp.journal.ui.detail;

import clasp.journal.export.NewFile;
import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Copies and saves what the entry holds, exactly as it is stored, and says what came of it. Confined to the FX thread.
final class ValueCopying {
    /// More is too much for a clipboard.
    static final int MAX_CHARS = 20_000_000;

    private static final Duration BRIEF = Duration.ofSeconds(3);

    private final Tasks tasks;
    private final Debounce brief;
    private final TaskSlot slot = new TaskSlot();
    private final ReadOnlyStringWrapper report = new ReadOnlyStringWrapper("");

    ValueCopying(Tasks tasks, Later later) {
        this.tasks = tasks;
        brief = new Debounce(later, BRIEF, this::forget);
    }

    /// A sentence about the last thing that was done; empty when there is nothing to say.
    ReadOnlyStringProperty report() {
        return report.getReadOnlyProperty();
    }

    void forget() {
        brief.cancel();
        report.set("");
    }

    /// @param text as stored
    void text(String text, Consumer<String> clipboard) {
        if (fits(text.length())) {
            clipboard.accept(text);
            report.set(Texts.text("detail.copied"));
            brief.touch();
        }
    }

    void part(Outline outline, OutlineNode node, Consumer<String> clipboard) {
        if (fits(node.end() - node.start())) {
            text(outline.text(node), clipboard);
        }
    }

    /// The entry as a line of JSON.
    void entry(Entry entry, Consumer<String> clipboard) {
        if (fits(entry.valueJson().length())) {
            tasks.task(Texts.text("detail.task.copy"), (progress, cancellation) -> EntryJson.write(entry))
                    .replacing(slot)
                    .onSuccess(line -> text(line, clipboard))
                    .start();
        }
    }

    /// Writes the value to the file, which is there as a whole or not at all.
    void save(EntryDetail detail, Path file) {
        brief.cancel();
        report.set(Texts.text("detail.saving", file));
        tasks.task(Texts.text("detail.task.save", file), (progress, cancellation) -> {
                    write(detail.raw().text(), file.toAbsolutePath());
                    return file;
                })
                .onSuccess(
                        written -> report.set(Texts.text("detail.saved", SizeText.text(detail.sizeBytes()), written)))
                .onFailure(error -> report.set(String.valueOf(error.getMessage())))
                .start();
    }

    void stop() {
        brief.cancel();
        slot.cancel();
    }

    private boolean fits(int chars) {
        boolean fits = chars <= MAX_CHARS;
        if (!fits) {
            brief.cancel();
            report.set(Texts.text("detail.tooLarge", MAX_CHARS / 1_000_000));
        }
        return fits;
    }

    private static void write(String text, Path file) {
        try (var target = new NewFile(file)) {
            Files.writeString(target.temporary(), text, StandardCharsets.UTF_8);
            target.commit();
        } catch (IOException e) {
            throw new JournalException(Texts.text("detail.saveFailed", file, FileReason.of(e)), e);
        }
    }
}
