package clasp.journal.ui.main;

import clasp.journal.query.Query;
import clasp.journal.store.Recording;
import clasp.journal.ui.bookmarks.BookmarkBook;
import clasp.journal.ui.bookmarks.BookmarksView;
import clasp.journal.ui.bookmarks.BookmarksViewModel;
import clasp.journal.ui.bookmarks.NoteView;
import clasp.journal.ui.compaction.CompactionView;
import clasp.journal.ui.compaction.CompactionViewModel;
import clasp.journal.ui.export.ExportView;
import clasp.journal.ui.export.ExportViewModel;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.NoticeBar;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Question;
import clasp.journal.ui.recording.StripView;
import clasp.journal.ui.recording.StripViewModel;
import clasp.journal.ui.snapshot.SnapshotView;
import clasp.journal.ui.snapshot.SnapshotViewModel;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One open journal with all its screen parts: its entries or its snapshots, and the dialogs over them. Confined to the
/// FX thread.
final class JournalView extends BorderPane {
    private final Browsing browsing;
    private final WindowServices services;
    private final Overlay overlay;
    private final StatePoller poller;
    private final EntriesPage entries;
    private final BookmarksViewModel bookmarks;
    private final BooleanProperty snapshotsShown = new SimpleBooleanProperty();
    private final @Nullable StripViewModel strip;
    private final BooleanProperty recoveryShown = new SimpleBooleanProperty();
    private @Nullable SnapshotView snapshots;
    private Runnable stopDialog = () -> {};

    /// @param reopen opens what now lies in the journal's place
    JournalView(
            Browsing browsing,
            PaneLayout layout,
            Overlay overlay,
            BookmarkBook book,
            WindowServices services,
            Runnable reopen) {
        this.browsing = browsing;
        this.services = services;
        this.overlay = overlay;
        var notices = new Notices();
        poller = new StatePoller(browsing, services.tasks().aside(), notices, reopen);
        entries = new EntriesPage(browsing, layout, services);
        bookmarks = new BookmarksViewModel(browsing, book, services.tasks(), services.later());
        getStyleClass().add("journal");
        browsing.info().subscribe(new NoteNotices(notices)::show);
        if (browsing.journal() instanceof Recording recording) {
            strip = new StripViewModel(recording, services.recordings().sessions(), services.tasks(), notices::show);
            browsing.follow().set(true);
            setTop(new VBox(new StripView(strip, services.dialogs()), new NoticeBar(notices)));
        } else {
            strip = null;
            setTop(new NoticeBar(notices));
        }
        setCenter(entries);
        snapshotsShown.subscribe((before, now) -> showPage());
        // Whatever leads from a snapshot to entries shows them.
        browsing.onReveal(seq -> snapshotsShown.set(false));
        browsing.query().subscribe((before, now) -> snapshotsShown.set(false));
        recoveryShown.bindBidirectional(entries.recoveryShown());
        recoveryShown.subscribe((before, now) -> {
            if (now) {
                snapshotsShown.set(false);
            }
        });
        browsing.onExplain((address, seq) -> snapshotsShown.set(false));
        poller.start();
    }

    Browsing browsing() {
        return browsing;
    }

    EntriesPage entries() {
        return entries;
    }

    /// Whether the snapshots are on screen instead of the entries.
    BooleanProperty snapshotsShown() {
        return snapshotsShown;
    }

    /// What closing would lose, as a question; empty when nothing.
    Optional<Question> beforeClosing() {
        return strip == null ? Optional.empty() : strip.beforeClosing();
    }

    /// Whether the recovery view is on screen below the entries.
    BooleanProperty recoveryShown() {
        return recoveryShown;
    }

    /// Where the user is.
    ViewState state() {
        return new ViewState(
                browsing.query().get().text(), entries.table().place(), snapshotsShown.get(), recoveryShown.get());
    }

    /// Goes back to where the user was.
    void resume(ViewState before) {
        browsing.query().set(Query.parse(before.filter()));
        if (before.place() != null) {
            entries.table().resume(before.place());
        }
        recoveryShown.set(before.recovery());
        snapshotsShown.set(before.snapshots());
    }

    /// Calls it whenever what [#state()] tells may have changed.
    void onMoved(Runnable moved) {
        browsing.query().subscribe((before, now) -> moved.run());
        browsing.selected().subscribe((before, now) -> moved.run());
        entries.table().topRow().subscribe((before, now) -> moved.run());
        snapshotsShown.subscribe((before, now) -> moved.run());
        recoveryShown.subscribe((before, now) -> moved.run());
    }

    BookmarksViewModel bookmarks() {
        return bookmarks;
    }

    /// Lists the bookmarks.
    void openBookmarks() {
        overlay.open(new BookmarksView(bookmarks, services.dialogs(), overlay::close));
    }

    /// Asks for a note on the selected entry.
    void openNote() {
        if (browsing.selected().get() != null) {
            overlay.open(new NoteView(bookmarks, overlay::close));
        }
    }

    void openCompaction() {
        var model = new CompactionViewModel(browsing, services.tasks(), services.later());
        stopDialog = model::stop;
        overlay.open(new CompactionView(model, services.dialogs(), overlay::close));
    }

    void openExport() {
        var model = new ExportViewModel(
                browsing, services.exporter(), services.tasks(), services.later(), services.settings());
        stopDialog = model::stop;
        overlay.open(new ExportView(model, services.dialogs(), overlay::close));
    }

    void close() {
        stopDialog.run();
        poller.stop();
        entries.close();
        bookmarks.close();
        if (strip != null) {
            strip.close();
        }
        // Out of the scene, a snapshot viewer stops by itself.
        setCenter(null);
    }

    private void showPage() {
        if (!snapshotsShown.get()) {
            setCenter(entries);
            entries.focusTable();
            return;
        }
        if (snapshots == null) {
            snapshots = new SnapshotView(
                    new SnapshotViewModel(browsing, services.tasks(), services.later(), services.settings()));
        }
        setCenter(snapshots);
        snapshots.requestFocus();
    }
}
