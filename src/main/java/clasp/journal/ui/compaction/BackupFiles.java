package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Texts;
import java.util.List;

/// The kinds of file to choose a backup from. Stateless.
final class BackupFiles {
    private BackupFiles() {}

    /// First those whose names are what is suggested for a backup of the journal, then any journal, then any file.
    ///
    /// @param journal the name of its file
    static List<FileDialogs.Kind> of(String journal) {
        int dot = journal.lastIndexOf('.');
        String stem = dot > 0 ? journal.substring(0, dot) : journal;
        String suffix = dot > 0 ? journal.substring(dot) : "";
        return List.of(
                new FileDialogs.Kind(
                        Texts.text("compaction.restore.kind", journal),
                        List.of(
                                literal(stem) + "-backup*" + literal(suffix),
                                literal(stem) + "-replaced*" + literal(suffix))),
                new FileDialogs.Kind(
                        Texts.text("main.kind.journal"),
                        List.of("*.db", "*.sqlite", "*.sqlite3", "*.clasp", "*.backup")),
                new FileDialogs.Kind(Texts.text("main.kind.any"), List.of("*", "*.*")));
    }

    /// The same for a journal in memory, whose backups are of another kind.
    ///
    /// @param journal its name
    static List<FileDialogs.Kind> inMemory(String journal) {
        return List.of(
                new FileDialogs.Kind(Texts.text("compaction.restore.kind", journal), List.of("*.jsonl")),
                new FileDialogs.Kind(Texts.text("main.kind.any"), List.of("*", "*.*")));
    }

    /// Any one character where the file dialog would read a pattern.
    private static String literal(String name) {
        return name.replaceAll("[\\[\\]*\\\\{}]", "?");
    }
}
