package clasp.journal.settings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers for this run only. Thread-safe.
final class MemorySettings implements Settings {
    private final Map<String, Object> sections = new ConcurrentHashMap<>();

    @Override
    public <T> T read(String section, Class<T> type, T fallback) {
        Object found = sections.get(section);
        return type.isInstance(found) ? type.cast(found) : fallback;
    }

    @Override
    public void write(String section, Object value) {
        sections.put(section, value);
    }
}
