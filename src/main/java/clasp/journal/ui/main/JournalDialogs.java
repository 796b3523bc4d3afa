package clasp.journal.ui.main;

import clasp.journal.ui.bookmarks.BookmarksView;
import clasp.journal.ui.bookmarks.BookmarksViewModel;
import clasp.journal.ui.bookmarks.NoteView;
import clasp.journal.ui.colours.ColourRules;
import clasp.journal.ui.colours.ColourRulesView;
import clasp.journal.ui.compaction.CompactionView;
import clasp.journal.ui.compaction.CompactionViewModel;
import clasp.journal.ui.export.ExportView;
import clasp.journal.ui.export.ExportViewModel;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Question;
import clasp.journal.ui.fx.QuestionView;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.UsedFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The dialogs about one open journal. Confined to the FX thread.
final class JournalDialogs {
    /// Of a note, in a question.
    private static final int MOST_NOTE = 200;

    private final Browsing browsing;
    private final EntriesPage entries;
    private final BookmarksViewModel bookmarks;
    private final ColourRules colours;
    private final WindowServices services;
    private final Overlay overlay;
    private Runnable stop = () -> {};
    private Consumer<Path> files = file -> {};

    JournalDialogs(
            Browsing browsing,
            EntriesPage entries,
            BookmarksViewModel bookmarks,
            ColourRules colours,
            WindowServices services,
            Overlay overlay) {
        this.browsing = browsing;
        this.entries = entries;
        this.bookmarks = bookmarks;
        this.colours = colours;
        this.services = services;
        this.overlay = overlay;
    }

    /// @param opener shows a file in a tab
    void openFilesBy(Consumer<Path> opener) {
        files = opener;
    }

    /// Lists the bookmarks.
    void bookmarks() {
        overlay.open(new BookmarksView(bookmarks, services.dialogs(), overlay::close));
    }

    /// Marks the selected entry, or no longer; a note is not thrown away unasked.
    void bookmark() {
        Optional<String> note = bookmarks.noteOfSelected();
        if (note.isEmpty()) {
            bookmarks.toggle();
            return;
        }
        var question = new Question(
                Texts.text("bookmarks.removing.title"),
                Texts.text("bookmarks.removing.note", LineText.of(note.get(), MOST_NOTE)),
                Texts.text("bookmarks.remove"),
                Texts.text("bookmarks.note.cancel"));
        overlay.open(new QuestionView(question, bookmarks::toggle, overlay::close));
    }

    /// Shows the rules by which rows are coloured.
    void colours() {
        overlay.open(new ColourRulesView(colours, browsing.query().get().text(), overlay::close));
    }

    /// Shows what columns there are.
    void columns() {
        overlay.open(entries.columnsDialog(overlay::close));
    }

    /// Asks for a note on the selected entry.
    void note() {
        if (browsing.selected().get() != null) {
            overlay.open(new NoteView(bookmarks, overlay::close));
        }
    }

    void compaction() {
        overlay.open(compactionView());
    }

    /// Asks for a backup to be put in the journal's place.
    void restore() {
        overlay.open(compactionView().restoring());
    }

    private CompactionView compactionView() {
        var model = new CompactionViewModel(
                browsing,
                services.tasks(),
                services.later(),
                file -> services.files().apply(file).job(),
                new UsedFolder(services.settings()));
        stop = model::stop;
        return new CompactionView(model, services.dialogs(), overlay::close, files);
    }

    void export() {
        var model = new ExportViewModel(
                browsing, services.exporter(), services.tasks(), services.later(), services.settings());
        stop = model::stop;
        overlay.open(new ExportView(model, services.dialogs(), overlay::close));
    }

    /// Shows the problems, and asks where they are to be saved.
    void report() {
        entries.recoveryShown().set(true);
        entries.moves().saveReport(services.dialogs());
    }

    /// Ends what one of them does, as the journal is closed.
    void stop() {
        stop.run();
    }
}
