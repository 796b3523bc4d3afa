package clasp.journal.ui.export;

import clasp.journal.export.ExportFormat;
import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Shows how the file will begin: reads the first entries once and lays them out anew for every choice. What is shown
/// belongs to the newest choice only. Confined to the FX thread.
final class PreviewModel {
    private static final Duration CHOOSING = Duration.ofMillis(150);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int ENTRIES = 4;
    private static final int VALUE_CHARS = 4_000;

    private record Sample(Filter filter, List<Entry> entries) {}

    private record Answer(@Nullable Sample sample, Preview preview) {}

    private final JournalReader journal;
    private final Query query;
    private final ExportChoices choices;
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(new Preview.Loading());
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper(true);
    private final Refresh<Answer> reading;
    private final Debounce choosing;
    private @Nullable Sample sample;

    PreviewModel(JournalReader journal, Query query, ExportChoices choices, Tasks tasks, Later later) {
        this.journal = journal;
        this.query = query;
        this.choices = choices;
        reading = new Refresh<>(tasks, later, REST, Texts.text("export.task.preview"), this::question, this::show);
        reading.onFailure(error -> show(new Preview.Failed(ExportWords.sentence(error))));
        choosing = new Debounce(later, CHOOSING, reading::now);
    }

    ReadOnlyObjectProperty<Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    /// Whether that is what the present choices make of it; otherwise that is on its way.
    ReadOnlyBooleanProperty current() {
        return current.getReadOnlyProperty();
    }

    void start() {
        preview.set(new Preview.Loading());
        reading.now();
    }

    /// Another choice: what is under way for the old one will not be seen.
    void choiceChanged() {
        current.set(false);
        reading.stop();
        choosing.touch();
    }

    /// The journal has changed, which matters while there is nothing to show.
    void journalChanged() {
        if (preview.get() instanceof Preview.Empty) {
            reading.soon();
        }
    }

    void stop() {
        choosing.cancel();
        reading.stop();
    }

    private void show(Answer answer) {
        sample = answer.sample();
        show(answer.preview());
    }

    private void show(Preview now) {
        preview.set(now);
        current.set(true);
    }

    private Job<Answer> question() {
        Sample known = sample;
        Filter filter = choices.scope().get().filter(query);
        if (!choices.valid()) {
            return (progress, cancellation) -> new Answer(known, new Preview.Lines("", false));
        }
        ExportFormat format = choices.format();
        return (progress, cancellation) -> {
            if (known != null && known.filter().equals(filter)) {
                return new Answer(known, PreviewText.of(known.entries(), format));
            }
            if (format instanceof ExportFormat.Slice) {
                return new Answer(known, new Preview.NoText());
            }
            var request = new PageRequest(filter, Long.MIN_VALUE, Direction.FORWARD, ENTRIES, VALUE_CHARS);
            List<Entry> entries =
                    journal.page(request, cancellation).stream().map(Row::entry).toList();
            // An empty page is asked for again: the journal may grow.
            Sample read = entries.isEmpty() ? null : new Sample(filter, entries);
            return new Answer(read, PreviewText.of(entries, format));
        };
    }
}
