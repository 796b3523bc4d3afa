package clasp.journal.ui.main;

import clasp.journal.store.JournalAccess;
import clasp.journal.store.Recording;
import clasp.journal.ui.bookmarks.BookmarkBook;
import clasp.journal.ui.bookmarks.BookmarksViewModel;
import clasp.journal.ui.colours.ColourRules;
import clasp.journal.ui.fx.Activity;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Ending;
import clasp.journal.ui.fx.FirstFocus;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.NoticeBar;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.ViewHistory;
import clasp.journal.ui.lifelines.LifelinesView;
import clasp.journal.ui.lifelines.LifelinesViewModel;
import clasp.journal.ui.recording.StripView;
import clasp.journal.ui.recording.StripViewModel;
import clasp.journal.ui.snapshot.SnapshotView;
import clasp.journal.ui.snapshot.SnapshotViewModel;
import clasp.journal.ui.sources.TokenView;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One open journal with all its screen parts: its entries or its snapshots, and the dialogs over them. Confined to the
/// FX thread.
final class JournalView extends BorderPane {
    /// One of them is on screen.
    private enum Page {
        ENTRIES,
        SNAPSHOTS,
        LIFELINES
    }

    private final Notices notices = new Notices();
    private final Browsing browsing;
    private final WindowServices services;
    private final JournalDialogs dialogs;
    private final StatePoller poller;
    private final EntriesPage entries;
    private final BookmarksViewModel bookmarks;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.ENTRIES);
    private final BooleanProperty snapshotsShown = new SimpleBooleanProperty();
    private final @Nullable StripViewModel strip;
    private final BooleanProperty recoveryShown = new SimpleBooleanProperty();
    private final ViewHistory history = new ViewHistory();
    private final BooleanProperty lifelinesShown = new SimpleBooleanProperty();
    private @Nullable SnapshotView snapshots;
    private @Nullable LifelinesView lifelines;
    private Runnable moved = () -> {};
    private boolean closed;
    private final Deed stop = new Deed();
    private final Deed clients = new Deed();
    private final Deed save = new Deed();
    private final Deed enterToken = new Deed();
    private final Deed showLeft = new Deed();
    private final @Nullable DamageLook damageLook;

    /// @param window what fails in here without anybody to tell of it is told in here
    JournalView(
            Browsing browsing,
            PaneLayout layout,
            Overlay overlay,
            BookmarkBook book,
            ColourRules colours,
            WindowServices window,
            Reopening reopening) {
        this.browsing = browsing;
        this.services = window.telling(notices);
        browsing.tints().bind(colours.tints());
        poller = new StatePoller(browsing, services.tasks().aside(), notices, reopening);
        damageLook = reopening.left() == null
                ? null
                : new DamageLook(browsing, services.tasks(), services.later(), notices, reopening.left());
        if (damageLook != null) {
            showLeft.become(damageLook::showLeft, poller.salvaged().not());
        }
        poller.damaged().subscribe(met -> browsing.remains().set(met ? reopening.left() : null));
        entries = new EntriesPage(browsing, layout, services);
        bookmarks = new BookmarksViewModel(browsing, book, services.tasks(), services.later());
        dialogs = new JournalDialogs(browsing, entries, bookmarks, colours, services, overlay);
        getStyleClass().add("journal");
        setMinHeight(0);
        browsing.info().subscribe(new NoteNotices(notices)::show);
        if (browsing.journal() instanceof Recording recording) {
            strip = new StripViewModel(
                    recording,
                    services.recordings().sessions(),
                    services.tasks(),
                    notices,
                    use -> overlay.open(
                            TokenView.recording(browsing.info().get().name(), use, overlay::close)));
            browsing.follow().set(true);
            var shown = new StripView(strip, services.dialogs());
            stop.become(strip::stop, strip.stopping().not());
            save.become(shown::save, strip.saving().not());
            enterToken.become(strip::enterToken, strip.wantsToken());
            setTop(new VBox(shown, new NoticeBar(notices)));
        } else {
            strip = null;
            setTop(new NoticeBar(notices));
        }
        setCenter(entries);
        page(snapshotsShown, Page.SNAPSHOTS);
        page(lifelinesShown, Page.LIFELINES);
        page.subscribe((before, now) -> {
            snapshotsShown.set(now == Page.SNAPSHOTS);
            lifelinesShown.set(now == Page.LIFELINES);
            showPage();
        });
        // Whatever leads from a snapshot or a lifeline to entries shows them.
        browsing.onReveal(seq -> showEntries());
        browsing.query().subscribe((before, now) -> snapshotsShown.set(false));
        recoveryShown.bindBidirectional(entries.recoveryShown());
        recoveryShown.subscribe((before, now) -> {
            if (now) {
                showEntries();
            }
        });
        browsing.onExplain((address, seq) -> showEntries());
        history.watch(browsing.query());
        history.watch(browsing.timeDisplay());
        history.watch(page);
        history.watch(recoveryShown);
        entries.watchColumns(history);
        poller.start();
    }

    /// Tells what goes on behind the journal.
    void behind(Activity activity) {
        stop.become(activity::stop, activity.stoppable());
        clients.become(activity::showClients, activity.stoppable());
    }

    /// Tells how the user is asked for another token for what the journal is read from.
    void guardedBy(Runnable asker) {
        enterToken.become(asker, browsing.info().map(said -> said.access() == JournalAccess.Plain.WANTS_TOKEN));
    }

    /// Stops what writes the journal here, a recording or a hosted session.
    Deed stop() {
        return stop;
    }

    /// Shows who is connected to the router that writes the journal here.
    Deed clients() {
        return clients;
    }

    /// Saves what is recorded by now.
    Deed save() {
        return save;
    }

    /// Asks for another token where one is wanted.
    Deed enterToken() {
        return enterToken;
    }

    /// Looks whether its file is damaged, and shows what is left of it then; not possible where that is shown.
    Deed showLeft() {
        return showLeft;
    }

    /// Whether the journal cannot be asked at the moment, such as when its file has gone.
    ReadOnlyBooleanProperty failing() {
        return poller.failing();
    }

    /// What can be undone of what the user changed about the view.
    ViewHistory history() {
        return history;
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

    /// Whether the lifelines are on screen instead of the entries.
    BooleanProperty lifelinesShown() {
        return lifelinesShown;
    }

    /// Brings the entries back to the screen.
    void showEntries() {
        page.set(Page.ENTRIES);
    }

    /// Says why what was asked for cannot be done.
    void say(String sentence) {
        if (getCenter() == entries) {
            entries.say(sentence);
        } else {
            notices.show(Notice.information(sentence));
        }
    }

    private void page(BooleanProperty shown, Page which) {
        shown.subscribe((before, now) -> {
            if (now) {
                page.set(which);
            } else if (page.get() == which) {
                page.set(Page.ENTRIES);
            }
        });
    }

    /// What closing would end or lose; empty when nothing.
    Optional<Ending> beforeClosing() {
        return Optional.ofNullable(strip)
                .flatMap(recorded -> recorded.beforeClosing().map(question -> new Ending(recorded, question)));
    }

    /// Whether the recovery view is on screen below the entries.
    BooleanProperty recoveryShown() {
        return recoveryShown;
    }

    /// Where the user is.
    ViewState state() {
        return new ViewState(
                browsing.query().get().text(),
                entries.table().place(),
                snapshotsShown.get(),
                lifelinesShown.get(),
                lifelines == null ? null : lifelines.model().place(),
                recoveryShown.get(),
                entries.recoveryPlace(),
                null);
    }

    /// Goes back to where the user was.
    void resume(ViewState before) {
        browsing.query().set(before.query());
        // The cursor of the recovery view goes to what is selected, so that comes first.
        if (before.place() == null) {
            resumePages(before);
        } else {
            entries.table().resume(before.place(), () -> resumePages(before));
        }
    }

    /// A view that was closed meanwhile shows nothing any more.
    private void resumePages(ViewState before) {
        if (closed) {
            return;
        }
        if (before.recoveryPlace() != null) {
            entries.resumeRecovery(before.recoveryPlace());
        }
        recoveryShown.set(before.recovery());
        if (before.lifelinesPlace() != null) {
            lifelinesView().model().resume(before.lifelinesPlace());
        }
        snapshotsShown.set(before.snapshots());
        lifelinesShown.set(before.lifelines() && !before.snapshots());
        history.forget();
    }

    /// Calls it whenever what [#state()] tells may have changed.
    void onMoved(Runnable moved) {
        this.moved = moved;
        browsing.query().subscribe((before, now) -> moved.run());
        entries.onMoved(moved);
        page.subscribe((before, now) -> moved.run());
        recoveryShown.subscribe((before, now) -> moved.run());
    }

    BookmarksViewModel bookmarks() {
        return bookmarks;
    }

    /// The dialogs about the journal.
    JournalDialogs dialogs() {
        return dialogs;
    }

    void close() {
        closed = true;
        dialogs.stop();
        poller.stop();
        if (damageLook != null) {
            damageLook.stop();
        }
        entries.close();
        bookmarks.close();
        browsing.tints().unbind();
        if (strip != null) {
            strip.close();
        }
        // Out of the scene, a snapshot viewer stops by itself.
        setCenter(null);
    }

    private void showPage() {
        switch (page.get()) {
            case SNAPSHOTS -> show(snapshotView());
            case LIFELINES -> show(lifelinesView());
            case ENTRIES -> {
                if (getCenter() != entries) {
                    setCenter(entries);
                    entries.focusTable();
                }
            }
        }
    }

    /// Gives the keyboard to what is shown.
    void focusPage() {
        if (getCenter() == entries) {
            entries.focusTable();
        } else {
            getCenter().requestFocus();
        }
    }

    private void show(Parent page) {
        if (getCenter() != page) {
            setCenter(page);
            FirstFocus.give(page, page::requestFocus);
        }
    }

    private SnapshotView snapshotView() {
        if (snapshots == null) {
            snapshots = new SnapshotView(
                    new SnapshotViewModel(browsing, services.tasks(), services.later(), services.settings()));
        }
        return snapshots;
    }

    private LifelinesView lifelinesView() {
        if (lifelines == null) {
            lifelines = new LifelinesView(new LifelinesViewModel(browsing, services.tasks(), services.later()));
            lifelines.model().onMoved(moved);
        }
        return lifelines;
    }
}
