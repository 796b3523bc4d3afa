package clasp.journal.settings;

import clasp.journal.model.CoreTexts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Settings in one JSON file. Changes are gathered for a moment, then written to a temporary file that takes the old
/// one's place, so that the file is always whole. A file that cannot be read gives defaults and a warning, and is kept
/// beside the new one. Thread-safe.
public final class FileSettings implements Settings, AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final Executor later;
    private final Consumer<String> warnings;
    private final ObjectNode sections;
    private boolean unsaved;
    private boolean scheduled;

    /// Reads the file, which need not exist.
    ///
    /// @param later runs a task after a short delay: when changes are written
    /// @param warnings told, in a sentence, when settings cannot be read or written
    public FileSettings(Path file, Executor later, Consumer<String> warnings) {
        this.file = file;
        this.later = later;
        this.warnings = warnings;
        this.sections = load();
    }

    @Override
    public synchronized <T> T read(String section, Class<T> type, T fallback) {
        JsonNode found = sections.get(section);
        if (found == null) {
            return fallback;
        }
        try {
            T value = JSON.treeToValue(found, type);
            return value == null ? fallback : value;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            warnings.accept(CoreTexts.text("settings.misfit", section, String.valueOf(e.getMessage())));
            return fallback;
        }
    }

    @Override
    public synchronized void write(String section, Object value) {
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

    private synchronized void save() {
        scheduled = false;
        if (!unsaved) {
            return;
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            OwnFile.createFolderOf(file);
            OwnFile.write(temporary, JSON.writeValueAsBytes(sections));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            unsaved = false;
        } catch (IOException e) {
            warnings.accept(CoreTexts.text("settings.unwritten", file.toString(), String.valueOf(e.getMessage())));
        }
    }

    private ObjectNode load() {
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode found) {
                return found;
            }
            keepDamaged(CoreTexts.text("settings.noObject"));
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            keepDamaged(String.valueOf(e.getMessage()));
        }
        return JSON.createObjectNode();
    }

    private void keepDamaged(String reason) {
        Path kept = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            OwnFile.write(kept, Files.readAllBytes(file));
            warnings.accept(CoreTexts.text("settings.kept", file.toString(), kept.toString(), reason));
        } catch (IOException e) {
            warnings.accept(CoreTexts.text("settings.unread", file.toString(), reason));
        }
    }
}
