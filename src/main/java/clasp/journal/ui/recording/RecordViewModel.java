package clasp.journal.ui.recording;

import clasp.journal.model.RefusedException;
import clasp.journal.model.SignalType;
import clasp.journal.query.AddressPattern;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Recording;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.UsedUrls;
import clasp.journal.ui.recording.RecordingAccess.Source;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/// Which router to record, what of it, and where to. Confined to the FX thread.
public final class RecordViewModel {
    private static final String FIRST_GUESS = "ws://127.0.0.1:7330";
    private static final String EVERYTHING = "/**";
    private static final String USUAL_CAPACITY = "100000";
    private static final int MOST_ENTRIES = 50_000_000;

    /// What was chosen.
    ///
    /// @param name for a tab
    /// @param job connects and begins
    /// @param token takes another token for the job to show from then on; throws IllegalArgumentException with
    ///     a sentence when it cannot be one
    /// @param entered what the dialog held, to begin another one with
    public record Chosen(String name, Job<Recording> job, Consumer<String> token, RecordViewModel entered) {}

    private final RecordingAccess access;
    private final UsedUrls routers;
    private final Tasks tasks;
    private final Consumer<Chosen> record;
    private final TaskSlot slot = new TaskSlot();
    private final StringProperty url = new SimpleStringProperty(FIRST_GUESS);
    private final StringProperty token = new SimpleStringProperty("");
    private final StringProperty patterns = new SimpleStringProperty(EVERYTHING);
    private final Map<SignalType, BooleanProperty> types = new EnumMap<>(SignalType.class);
    private final BooleanProperty history = new SimpleBooleanProperty();
    private final BooleanProperty toFile = new SimpleBooleanProperty();
    private final StringProperty capacity = new SimpleStringProperty(USUAL_CAPACITY);
    private final StringProperty file = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Notice>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param record opens what was chosen
    public RecordViewModel(RecordingAccess access, UsedUrls routers, Tasks tasks, Consumer<Chosen> record) {
        this.access = access;
        this.routers = routers;
        this.tasks = tasks;
        this.record = record;
        routers.urls().stream().findFirst().ifPresent(url::set);
        for (SignalType type : SignalType.values()) {
            types.put(type, new SimpleBooleanProperty(true));
        }
        Stream.of(url, token, patterns, capacity, file)
                .forEach(field -> field.subscribe((before, now) -> problem.set(Optional.empty())));
        toFile.subscribe((before, now) -> problem.set(Optional.empty()));
    }

    /// Takes over what was entered in another dialog.
    public void beginWith(RecordViewModel before) {
        url.set(before.url.get());
        token.set(before.token.get());
        patterns.set(before.patterns.get());
        types.forEach((type, wanted) -> wanted.set(before.wants(type).get()));
        history.set(before.history.get());
        toFile.set(before.toFile.get());
        capacity.set(before.capacity.get());
        file.set(before.file.get());
    }

    StringProperty url() {
        return url;
    }

    StringProperty token() {
        return token;
    }

    StringProperty patterns() {
        return patterns;
    }

    BooleanProperty wants(SignalType type) {
        return types.getOrDefault(type, new SimpleBooleanProperty());
    }

    BooleanProperty history() {
        return history;
    }

    BooleanProperty toFile() {
        return toFile;
    }

    StringProperty capacity() {
        return capacity;
    }

    StringProperty file() {
        return file;
    }

    ObservableList<String> recorded() {
        return routers.urls();
    }

    /// What will probably record nothing of what is wanted; empty for nothing.
    ObservableValue<String> hint() {
        return patterns.map(text -> Arrays.stream(words(text))
                .map(AddressPattern::of)
                .filter(pattern -> !pattern.literalPrefix().isEmpty())
                .filter(pattern -> !pattern.literalPrefix().startsWith("/"))
                .findFirst()
                .map(pattern -> Texts.text("record.patterns.slash", pattern.text()))
                .orElse(""));
    }

    private static String[] words(String patterns) {
        return patterns.strip().split("\\s+");
    }

    /// What keeps it from being recorded.
    ReadOnlyObjectProperty<Optional<Notice>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Checks everything and begins.
    ///
    /// @param done called when it has begun and the dialog is no longer needed
    void record(Runnable done) {
        try {
            Source source = access.at(url.get(), token.get(), List.of(words(patterns.get())), types(), history.get());
            if (toFile.get()) {
                intoFile(source, done);
            } else {
                int entries = entries();
                begin(source.name(), source, (now, cancellation) -> now.intoMemory(entries, cancellation), done);
            }
        } catch (IllegalArgumentException e) {
            problem.set(Optional.of(Notice.failure("record", e)));
        }
    }

    void stop() {
        slot.cancel();
    }

    private void intoFile(Source source, Runnable done) {
        Path path = path();
        String name = String.valueOf(path.getFileName());
        tasks.task("look at the file", (progress, cancellation) -> Files.exists(path))
                .onSuccess(there -> {
                    if (there) {
                        problem.set(Optional.of(
                                Notice.failure("record", new RefusedException(Texts.text("record.file.there", name)))));
                    } else {
                        begin(name, source, (now, cancellation) -> now.intoFile(path, cancellation), done);
                    }
                })
                .replacing(slot)
                .start();
    }

    private void begin(String name, Source source, BiFunction<Source, Cancellation, Recording> into, Runnable done) {
        routers.used(url.get().strip());
        done.run();
        var now = new AtomicReference<>(source);
        record.accept(new Chosen(
                name,
                (progress, cancellation) -> into.apply(now.get(), cancellation),
                typed -> now.set(now.get().withToken(typed)),
                this));
    }

    private Set<SignalType> types() {
        Set<SignalType> wanted = EnumSet.noneOf(SignalType.class);
        types.forEach((type, wants) -> {
            if (wants.get()) {
                wanted.add(type);
            }
        });
        if (wanted.isEmpty()) {
            throw new RefusedException(Texts.text("record.types.none"));
        }
        return wanted.size() == types.size() ? Set.of() : wanted;
    }

    private int entries() {
        String typed = capacity.get();
        return NumberText.count(typed, MOST_ENTRIES)
                .orElseThrow(() -> new RefusedException(
                        Texts.text("record.capacity.wrong", typed.strip(), NumberText.grouped(MOST_ENTRIES))));
    }

    private Path path() {
        try {
            if (!file.get().isBlank()) {
                return Path.of(file.get().strip()).toAbsolutePath();
            }
        } catch (InvalidPathException e) {
            throw new RefusedException(Texts.text("record.file.wrong"), e);
        }
        throw new RefusedException(Texts.text("record.file.none"));
    }
}
