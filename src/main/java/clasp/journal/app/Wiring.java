package clasp.journal.app;

import clasp.journal.export.Exporter;
import clasp.journal.store.JournalOpener;
import clasp.journal.store.JournalReader;
import clasp.journal.store.sqlite.SqliteSessions;
import clasp.journal.store.sqlite.SqliteSlices;
import clasp.journal.ui.fx.BackgroundThreads;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.main.Common;
import clasp.journal.ui.main.MainWindow;
import clasp.journal.ui.main.Opening;
import clasp.journal.ui.main.RecordingServices;
import clasp.journal.ui.main.WindowServices;
import clasp.journal.ui.sources.Keyring;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Puts the window together from its parts, and takes it apart in order: first what is open, then the threads that
/// close it. Made and used on the FX thread; closed from another one.
final class Wiring implements AutoCloseable {
    private final BackgroundThreads threads = new BackgroundThreads();
    private final Tasks tasks;
    private final DemoSource demo;
    private final RelaySource relays;
    private final RecordingSource recordings = new RecordingSource();
    private final MainWindow window;

    /// @param journals opens files
    /// @param common what it shares with other windows
    /// @param notices shown on top of the window
    /// @param demo closed with the window
    Wiring(
            JournalOpener journals,
            Common common,
            Keyring keyring,
            Notices notices,
            DemoSource demo,
            FileDialogs dialogs,
            double width,
            double height) {
        this.demo = demo;
        tasks = new Tasks(
                threads.executor(), FxThread::run, (what, cause) -> notices.show(Notice.failure(what, cause)));
        relays = new RelaySource(notices, this::showEnded, this::askToken);
        window = new MainWindow(
                new WindowServices(
                        tasks,
                        Later.onFxThread(),
                        notices,
                        dialogs,
                        new Exporter(new SqliteSlices()),
                        new ClipboardRows(),
                        file -> Opening.ofFile(file, journals),
                        relays,
                        new RecordingServices(recordings, new Exporter(new SqliteSessions(InstantSource.system()))),
                        keyring,
                        new HostSource(),
                        new Opening(Texts.text("main.demo.name"), null, (progress, cancellation) -> demo.journal()),
                        common),
                width,
                height);
    }

    private void showEnded(JournalReader journal) {
        window.openBehind(Texts.text("sources.relay.before"), journal);
    }

    private void askToken(String url, Consumer<String> use) {
        window.askToken(url, use);
    }

    MainWindow window() {
        return window;
    }

    /// Whether nothing is being worked on in the background.
    boolean idle() {
        return tasks.idle();
    }

    @Override
    public void close() {
        Toolkit.run(window::close);
        demo.close();
        threads.close();
        recordings.close();
        relays.close();
    }
}
