package clasp.journal.settings;

/// What is remembered between runs, in sections; each section is one record that maps to JSON. Thread-safe.
public interface Settings {
    /// What the section holds, or `fallback` when it holds nothing that fits the type.
    <T> T read(String section, Class<T> type, T fallback);

    /// Remembers; the write to disk may come a little later.
    void write(String section, Object value);

    /// Forgets everything at the end of the run: for tests, and for one that must leave no trace.
    static Settings inMemory() {
        return new MemorySettings();
    }
}
