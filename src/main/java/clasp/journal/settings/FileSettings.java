package clasp.journal.settings;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.FileReason;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Settings in one JSON file. Changes are gathered for a moment, then written to a temporary file that takes the old
/// one's place, so that the file is always whole. Nothing of it is lost: one that cannot be read is left alone for the
/// whole run, and before anything is written over that does not fit, the file as it was found is kept beside it.
/// Items of lists that do not fit are left out; what does not fit otherwise gives its default. Both are told.
/// Thread-safe.
public final class FileSettings implements Settings, AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final int MOST_NAMED = 3;

    private final Path file;
    private final Executor later;
    private final Consumer<String> warnings;
    private final Consumer<String> withdrawn;
    private final ObjectNode sections;
    private final Set<String> seen = new HashSet<>();
    /// Those that do not fit and are not written over yet.
    private final Set<String> misfits = new HashSet<>();

    private final Path copy;
    /// Until it is kept; null where there is no file, or none that can be read.
    private byte @Nullable [] asFound;

    private boolean untouchable;
    private boolean keepFirst;
    private boolean unsaved;
    private boolean scheduled;
    /// What was told last, until writing goes well again.
    private String unwritten = "";

    /// Reads the file, which need not exist.
    ///
    /// @param later runs a task after a short delay: when changes are written
    /// @param warnings told, in a sentence, when settings cannot be read or written
    public FileSettings(Path file, Executor later, Consumer<String> warnings) {
        this(file, later, warnings, sentence -> {});
    }

    /// The same.
    ///
    /// @param withdrawn told the sentence that they cannot be written, once they could be or the reason is another
    public FileSettings(Path file, Executor later, Consumer<String> warnings, Consumer<String> withdrawn) {
        this.file = file;
        this.later = later;
        this.warnings = warnings;
        this.withdrawn = withdrawn;
        this.copy = freeName();
        this.sections = load();
    }

    @Override
    public synchronized <T> T read(String section, Class<T> type, T fallback) {
        JsonNode stored = sections.get(section);
        T value = stored == null ? null : fitting(section, stored, type);
        return value == null ? fallback : value;
    }

    @Override
    public synchronized void write(String section, Object value) {
        JsonNode stored = sections.get(section);
        if (stored != null && !seen.contains(section)) {
            Class<?> type = value instanceof Enum<?> one ? one.getDeclaringClass() : value.getClass();
            fitting(section, stored, type);
        }
        keepFirst |= misfits.remove(section);
        sections.set(section, JSON.valueToTree(value));
        unsaved = true;
        if (!scheduled) {
            scheduled = true;
            later.execute(this::save);
        }
    }

    /// Writes what is not yet written.
    @Override
    public void close() {
        save();
    }

    /// What fits the type; null for nothing. Tells what does not when the section is first looked at.
    private <T> @Nullable T fitting(String section, JsonNode stored, Class<T> type) {
        Fitted<T> fitted = Fitted.of(stored, type, JSON);
        if (seen.add(section) && !(fitted.fits() && fitted.leftOut().isEmpty())) {
            misfits.add(section);
            warnings.accept(
                    fitted.fits()
                            ? CoreTexts.text(
                                    "settings.leftOut", section, file.toString(), some(fitted.leftOut()), keeping())
                            : CoreTexts.text("settings.misfit", section, file.toString(), keeping()));
        }
        return fitted.value();
    }

    private static String some(List<String> places) {
        return String.join(", ", places.subList(0, Math.min(places.size(), MOST_NAMED)))
                + (places.size() > MOST_NAMED ? ", …" : "");
    }

    private String keeping() {
        return CoreTexts.text("settings.keeping", copy.toString());
    }

    private synchronized void save() {
        scheduled = false;
        if (!unsaved || untouchable) {
            return;
        }
        try {
            OwnFile.createFolderOf(file);
            if (keepFirst && asFound != null) {
                OwnFile.write(copy, asFound);
                asFound = null;
            }
            OwnFile.replace(file, JSON.writeValueAsBytes(sections));
            unsaved = false;
            withdraw();
        } catch (IOException e) {
            String sentence = CoreTexts.text("settings.unwritten", file.toString(), FileReason.of(e));
            if (!sentence.equals(unwritten)) {
                withdraw();
                unwritten = sentence;
                warnings.accept(sentence);
            }
        }
    }

    private void withdraw() {
        if (!unwritten.isEmpty()) {
            withdrawn.accept(unwritten);
            unwritten = "";
        }
    }

    private ObjectNode load() {
        try {
            asFound = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            untouchable = true;
            warnings.accept(CoreTexts.text("settings.unread", file.toString(), FileReason.of(e)));
            return JSON.createObjectNode();
        }
        String reason = CoreTexts.text("settings.noObject");
        try {
            if (JSON.readTree(asFound) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            JsonLocation from = e.getLocation();
            if (from != null) {
                reason = CoreTexts.text(
                        "settings.noJson", Integer.toString(from.getLineNr()), Integer.toString(from.getColumnNr()));
            }
        } catch (IOException e) {
            // In no encoding of JSON: no object, too.
        }
        keepFirst = true;
        warnings.accept(CoreTexts.text("settings.damaged", file.toString(), reason, keeping()));
        return JSON.createObjectNode();
    }

    private Path freeName() {
        String name = file.getFileName() + ".damaged";
        return Stream.concat(
                        Stream.of(name),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> name + "-" + number))
                .map(file::resolveSibling)
                .filter(each -> !Files.exists(each, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow();
    }
}
