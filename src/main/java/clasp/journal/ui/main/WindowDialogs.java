package clasp.journal.ui.main;

import clasp.journal.store.JournalException;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.compaction.CompactionView;
import clasp.journal.ui.compaction.CompactionViewModel;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.CommandGroup;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.MenusHere;
import clasp.journal.ui.fx.Offer;
import clasp.journal.ui.fx.Question;
import clasp.journal.ui.fx.QuestionView;
import clasp.journal.ui.fx.UsedFolder;
import clasp.journal.ui.fx.UsedUrls;
import clasp.journal.ui.palette.PaletteView;
import clasp.journal.ui.palette.PaletteViewModel;
import clasp.journal.ui.palette.ShortcutSheetView;
import clasp.journal.ui.recording.RecordView;
import clasp.journal.ui.recording.RecordViewModel;
import clasp.journal.ui.sources.ConnectView;
import clasp.journal.ui.sources.ConnectViewModel;
import clasp.journal.ui.sources.HostActivity;
import clasp.journal.ui.sources.HostView;
import clasp.journal.ui.sources.HostViewModel;
import clasp.journal.ui.sources.HostedSession;
import clasp.journal.ui.sources.KeptToken;
import clasp.journal.ui.sources.RelayAccess.Relay;
import clasp.journal.ui.sources.RelayChoice;
import clasp.journal.ui.sources.SavedRelays;
import clasp.journal.ui.sources.TokenView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The dialogs of a window that belong to no journal: where to get one, questions, what can be done. Confined to the FX
/// thread.
final class WindowDialogs {
    private final WindowServices services;
    private final SavedRelays relays;
    private final UsedUrls routers;
    private final Overlay overlay;
    private final Consumer<Opening> open;
    private final BiConsumer<Opening, String> connect;
    private final Consumer<Path> files;
    private List<CommandGroup> groups = List.of();

    /// @param open shows a journal in a tab
    /// @param connect shows a relay's journal in its tab, given the token that is shown to it
    /// @param files shows a file in a tab
    WindowDialogs(
            WindowServices services,
            Overlay overlay,
            Consumer<Opening> open,
            BiConsumer<Opening, String> connect,
            Consumer<Path> files) {
        this.files = files;
        this.connect = connect;
        this.services = services;
        this.overlay = overlay;
        this.open = open;
        relays = services.common().relays();
        routers = services.common().routers();
    }

    /// Tells what can be done in the window.
    void know(List<CommandGroup> commands) {
        groups = List.copyOf(commands);
    }

    /// Asks which relay, and opens it.
    void connect() {
        overlay.open(new ConnectView(connecting(() -> {}), overlay::close));
    }

    /// The same instead of one that could not be opened.
    ///
    /// @param before what was entered
    /// @param done runs when another was chosen
    void connectInstead(RelayChoice before, Runnable done) {
        ConnectViewModel model = connecting(done);
        model.beginWith(before);
        overlay.open(new ConnectView(model, overlay::close));
    }

    private ConnectViewModel connecting(Runnable done) {
        return new ConnectViewModel(services.relays(), relays, kept(), services.tasks(), (relay, choice, token) -> {
            connect.accept(opening(relay, choice, token), token);
            done.run();
        });
    }

    private Opening opening(Relay relay, RelayChoice choice, String token) {
        var shown = new AtomicReference<>(token);
        return Opening.ofRelay(
                relay.name(),
                (progress, cancellation) -> {
                    String now = shown.get();
                    try {
                        return relay.withToken(now).open(cancellation);
                    } catch (JournalException e) {
                        if (e.wantsToken()) {
                            FxThread.run(() -> refused(relay.url(), now));
                        }
                        throw e;
                    }
                },
                (why, again) -> askTokenToOpen(relay.url(), why, typed -> {
                    // Tells whoever typed it when it cannot be one.
                    relay.withToken(typed);
                    shown.set(typed);
                    again.run();
                }),
                instead -> connectInstead(choice, instead),
                choice);
    }

    private KeptToken kept() {
        return new KeptToken(services.keyring(), services.relays(), relays, services.tasks(), services.notices());
    }

    /// The relay at this URL did not take the token.
    void refused(String url, String token) {
        relays.refused(url, token);
    }

    /// Asks what to record, and opens it.
    void record() {
        overlay.open(new RecordView(recording(() -> {}), services.dialogs(), overlay::close));
    }

    private void recordInstead(RecordViewModel before, Runnable done) {
        RecordViewModel model = recording(done);
        model.beginWith(before);
        overlay.open(new RecordView(model, services.dialogs(), overlay::close));
    }

    private RecordViewModel recording(Runnable done) {
        return new RecordViewModel(services.recordings().access(), routers, services.tasks(), chosen -> {
            open.accept(Opening.guarded(
                    chosen.name(),
                    (progress, cancellation) -> chosen.job().run(progress, cancellation),
                    (why, again) -> overlay.open(TokenView.opening(
                                    chosen.name(),
                                    typed -> {
                                        chosen.token().accept(typed);
                                        again.run();
                                    },
                                    overlay::close)
                            .after(why)),
                    instead -> recordInstead(chosen.entered(), instead)));
            done.run();
        });
    }

    /// Asks where, and shows the journal of the session.
    void host() {
        var model = new HostViewModel(services.hosts(), services.settings(), services.tasks(), session -> {
            overlay.close();
            hosted(session);
        });
        overlay.open(new HostView(model, services.dialogs(), overlay::close));
    }

    private void hosted(HostedSession session) {
        open.accept(Opening.behind(
                session.name(),
                session.file().orElse(null),
                (progress, cancellation) -> session.journal(),
                new HostActivity(session, services.tasks(), services.later(), this::ask)));
    }

    /// Asks for another token for the relay at this URL.
    ///
    /// @param use takes it; throws IllegalArgumentException with a sentence when it cannot be one
    void askToken(String url, Consumer<String> use) {
        overlay.open(
                TokenView.following(url, remembered(url, use), overlay::close).keeping(kept(), url));
    }

    private Consumer<String> remembered(String url, Consumer<String> use) {
        return typed -> {
            use.accept(typed);
            relays.connected(url, typed);
        };
    }

    /// The same for a relay of which nothing was read yet.
    ///
    /// @param why the token before was not enough
    void askTokenToOpen(String url, String why, Consumer<String> use) {
        overlay.open(TokenView.opening(url, remembered(url, use), overlay::close)
                .after(why)
                .keeping(kept(), url));
    }

    /// The same, unless the user is busy with another dialog.
    void askTokenToOpenUnlessBusy(String url, String why, Consumer<String> use) {
        if (!overlay.isOpen()) {
            askTokenToOpen(url, why, use);
        }
    }

    private void close(JournalReader unopened) {
        services.tasks()
                .task("close what a backup was restored over", (progress, cancellation) -> {
                    unopened.close();
                    return true;
                })
                .start();
    }

    /// A file that could not be opened, as far as it says anything.
    record Unopened(JournalReader journal, JournalInfo info, JournalState state) {
        /// Takes it; what fails to say anything is closed.
        static Unopened of(JournalReader journal) {
            try {
                return new Unopened(journal, journal.info(), journal.state());
            } catch (RuntimeException e) {
                journal.close();
                throw e;
            }
        }
    }

    /// Asks for a backup to take the place of a file that could not be opened.
    ///
    /// @param done runs when one has, and the dialog is closed
    void restore(Opening failed, Runnable done) {
        Job<JournalReader> unopened = failed.unopened();
        if (unopened == null) {
            return;
        }
        services.tasks()
                .task(
                        "restore a backup of " + failed.name(),
                        (progress, cancellation) -> Unopened.of(unopened.run(progress, cancellation)))
                .onSuccess(found -> askForBackup(found, done))
                .onDiscarded(late -> late.journal().close())
                .start();
    }

    private void askForBackup(Unopened found, Runnable done) {
        if (overlay.isOpen()) {
            // Whoever has opened something else meanwhile is asked nothing.
            close(found.journal());
            return;
        }
        var model = new CompactionViewModel(
                new Browsing(found.journal(), found.info(), found.state()),
                services.tasks(),
                services.later(),
                file -> services.files().apply(file).job(),
                new UsedFolder(services.settings()));
        var view = new CompactionView(model, services.dialogs(), overlay::close, files).restoring();
        view.sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                close(found.journal());
                if (model.hasRestored()) {
                    done.run();
                }
            }
        });
        overlay.open(view);
    }

    void ask(Question question, Runnable agreed) {
        overlay.open(new QuestionView(question, agreed, overlay::close));
    }

    /// Asks one question after the other; `agreed` runs when all were answered with yes.
    void askAll(List<Question> questions, Runnable agreed) {
        if (!questions.isEmpty()) {
            List<Question> rest = questions.subList(1, questions.size());
            ask(questions.getFirst(), () -> {
                if (rest.isEmpty()) {
                    agreed.run();
                } else {
                    askAll(rest, agreed);
                }
            });
        }
    }

    /// Lists everything that can be done, and what menus offer where the keyboard is, to choose from.
    void palette() {
        List<Offer> here = MenusHere.offers(
                overlay.getScene().getRoot(), overlay.getScene().getFocusOwner());
        overlay.open(new PaletteView(new PaletteViewModel(groups, here, overlay::close), overlay::close));
    }

    /// Lists all shortcuts.
    void shortcuts() {
        overlay.open(new ShortcutSheetView(groups, overlay::close));
    }

    /// Says that the program itself has failed.
    void failure(String sentence, String report) {
        overlay.open(new FailureView(sentence, report, services.tasks(), services.dialogs(), overlay::close));
    }
}
