package clasp.journal.ui.recording;

import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exported;
import clasp.journal.export.Exporter;
import clasp.journal.query.Filter;
import clasp.journal.store.Recording;
import clasp.journal.store.RecordingState;
import clasp.journal.store.RecordingStatus;
import clasp.journal.store.Selection;
import clasp.journal.ui.fx.DurationText;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Question;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// How a recording goes, in words, and what can be done with it. Asked anew a few times a second, however much comes
/// in. Confined to the FX thread.
public final class StripViewModel {
    /// How it looks.
    enum Mood {
        RECORDING,
        TROUBLE,
        OVER
    }

    private final Recording recording;
    private final Exporter sessions;
    private final Tasks tasks;
    private final Notices notices;
    private final Consumer<Consumer<String>> tokens;
    private final TaskSlot saves = new TaskSlot();
    private final ReadOnlyObjectWrapper<Mood> mood = new ReadOnlyObjectWrapper<>(Mood.RECORDING);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wantsToken = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private long savedUpTo;
    private @Nullable Notice told;

    /// @param sessions writes whole sessions
    /// @param notices where it is shown what became of saving
    /// @param tokens asks for another token for the router and passes it on, which throws IllegalArgumentException
    ///     with a sentence when it cannot be one
    public StripViewModel(
            Recording recording, Exporter sessions, Tasks tasks, Notices notices, Consumer<Consumer<String>> tokens) {
        this.recording = recording;
        this.sessions = sessions;
        this.tasks = tasks;
        this.notices = notices;
        this.tokens = tokens;
        refresh();
    }

    ReadOnlyObjectProperty<Mood> mood() {
        return mood.getReadOnlyProperty();
    }

    /// What it is doing, in a word or two.
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /// Time, entries, rate or how many wait for room, size.
    ReadOnlyStringProperty facts() {
        return facts.getReadOnlyProperty();
    }

    /// How much is known to be missing; empty for nothing.
    ReadOnlyStringProperty missing() {
        return missing.getReadOnlyProperty();
    }

    /// What the user should read; empty for nothing.
    ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    /// When something is missing and why, a line each.
    String notes() {
        return String.join("\n", recording.recording().notes());
    }

    /// Whether it is being stopped, or has been.
    public ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    /// Whether the router wants another token before it can be recorded further.
    public ReadOnlyBooleanProperty wantsToken() {
        return wantsToken.getReadOnlyProperty();
    }

    /// Asks for another token and shows it to the router.
    public void enterToken() {
        tokens.accept(recording::useToken);
    }

    public ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /// What is asked before the journal is closed; empty when that loses nothing.
    public Optional<Question> beforeClosing() {
        RecordingStatus status = recording.recording();
        boolean unsaved = received(status) > savedUpTo;
        if (unsaved && waitsForRoom(status)) {
            return Optional.of(question(
                    Texts.text("record.leave.waiting", status.waiting(), NumberText.grouped(status.waiting()))));
        }
        if (status.state().isOver() || stopping.get() && !unsaved) {
            return unsaved && recording.inMemoryOnly()
                    ? Optional.of(question(Texts.text("record.leave.memory")))
                    : Optional.empty();
        }
        if (!recording.inMemoryOnly()) {
            return Optional.of(question(Texts.text("record.leave.running")));
        }
        return Optional.of(
                question(Texts.text(received(status) == 0 ? "record.leave.nothing" : "record.leave.unsaved")));
    }

    private static long received(RecordingStatus status) {
        return status.entries() + status.waiting();
    }

    private static boolean waitsForRoom(RecordingStatus status) {
        return status.state() instanceof RecordingState.Blocked && status.waiting() > 0;
    }

    private static Question question(String sentence) {
        return new Question(
                Texts.text("record.leave.title"),
                sentence,
                Texts.text("record.leave.go"),
                Texts.text("record.leave.keep"));
    }

    void refresh() {
        RecordingStatus status = recording.recording();
        switch (status.state()) {
            case RecordingState.Replaying() -> show(Mood.RECORDING, "record.state.replaying", "");
            case RecordingState.Running() -> show(Mood.RECORDING, "record.state.running", "");
            case RecordingState.Disconnected(String why, Duration _, boolean token) ->
                show(
                        Mood.TROUBLE,
                        "record.state.disconnected",
                        Texts.text(token ? "record.refused" : "record.again", why));
            case RecordingState.Blocked(String why) ->
                show(
                        Mood.TROUBLE,
                        "record.state.blocked",
                        Texts.text(stopping.get() ? "record.blocked.stopping" : "record.blocked", why));
            case RecordingState.Ended(String why) -> {
                stopping.set(true);
                show(Mood.OVER, "record.state.over", why);
            }
        }
        wantsToken.set(
                !stopping.get() && status.state() instanceof RecordingState.Disconnected lost && lost.wantsToken());
        facts.set(facts(status));
        missing.set(missing(status));
    }

    private void show(Mood now, String key, String words) {
        mood.set(now);
        state.set(Texts.text(stopping.get() && now != Mood.OVER ? "record.state.stopping" : key));
        sentence.set(words);
    }

    private static String facts(RecordingStatus status) {
        List<String> parts = new ArrayList<>();
        parts.add(DurationText.whole(status.elapsed()));
        parts.add(Texts.text("record.entries", status.entries(), NumberText.grouped(status.entries())));
        if (waitsForRoom(status)) {
            parts.add(Texts.text("record.waiting", status.waiting(), NumberText.grouped(status.waiting())));
        } else if (!status.state().isOver()) {
            parts.add(Texts.text("record.rate", NumberText.grouped(status.entriesPerSecond())));
        }
        parts.add(SizeText.text(status.sizeBytes()));
        return String.join("  ·  ", parts);
    }

    private static String missing(RecordingStatus status) {
        List<String> parts = new ArrayList<>();
        if (status.dropped() > 0) {
            parts.add(Texts.text("record.dropped", NumberText.grouped(status.dropped())));
        }
        if (status.interruptions() > 0) {
            parts.add(Texts.text("record.interruptions", status.interruptions()));
        }
        return String.join("  ·  ", parts);
    }

    /// Takes in nothing more. What waits for room is stored when there is some.
    public void stop() {
        stopping.set(true);
        refresh();
        tasks.task("stop recording", (progress, cancellation) -> {
                    recording.stopListening();
                    return true;
                })
                .onSuccess(done -> refresh())
                .start();
    }

    /// Writes all that is recorded by now as a journal file, also what could not be stored yet.
    void save(Path file) {
        saving.set(true);
        long upTo = received(recording.recording());
        tasks.task(
                        "save the session",
                        (progress, cancellation) -> sessions.export(
                                Selection.of(recording, Filter.ALL),
                                new ExportFormat.Slice(),
                                file,
                                progress,
                                cancellation))
                .onSuccess(exported -> saved(exported, upTo))
                .onFailure(error -> {
                    saving.set(false);
                    tell(Notice.failure("save the session", error));
                })
                .onCancelled(() -> saving.set(false))
                .replacing(saves)
                .start();
    }

    private void saved(Exported exported, long upTo) {
        saving.set(false);
        savedUpTo = Math.max(savedUpTo, upTo);
        tell(Notice.success(Texts.text(
                "record.saved",
                exported.entries(),
                NumberText.grouped(exported.entries()),
                exported.file().toString())));
    }

    /// What became of an earlier try counts no more.
    private void tell(Notice now) {
        if (told != null) {
            notices.dismiss(told);
        }
        told = now;
        notices.show(now);
    }

    public void close() {
        saves.cancel();
    }
}
