package clasp.journal.app;

import clasp.journal.settings.Settings;
import clasp.journal.store.JournalOpener;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.main.Common;
import clasp.journal.ui.main.OpenTabs;
import clasp.journal.ui.main.WindowPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The windows of the program, which ends with the last of them. Made and used on the FX thread; closed from another
/// one.
final class DesktopWindows implements AutoCloseable {
    private final JournalOpener journals;
    private final UncaughtExceptions uncaught;
    private final Runnable ended;
    private final Common common;
    /// The one that had the keyboard last is the last.
    private final List<DesktopWindow> open = new ArrayList<>();
    private final List<CompletableFuture<?>> closing = new ArrayList<>();
    private boolean ending;

    /// @param journals opens files
    /// @param uncaught told which window the user looks at
    /// @param ended told that no window is left, or that the user wants none
    DesktopWindows(JournalOpener journals, Settings settings, UncaughtExceptions uncaught, Runnable ended) {
        this.journals = journals;
        this.uncaught = uncaught;
        this.ended = ended;
        common = Common.of(settings, Later.onFxThread(), this::another, () -> new Quit(() -> open, this::end).ask());
    }

    /// Opens the first window on the files, or else what was open last, or else the demo.
    ///
    /// @param notices shown on top of it
    void begin(List<Path> files, Notices notices) {
        WindowPlace usual = WindowPlace.remembered(common.settings());
        WindowPlace place = files.isEmpty()
                ? common.session().before().windows().stream()
                        .map(OpenTabs::place)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(usual)
                : usual;
        DesktopWindow window = make(place, notices);
        StartTrace.begin(window.content()::rowsShown, window.stage()::hide);
        // Before it is shown, so that the page for a window without journals is never laid out.
        if (!files.isEmpty()) {
            files.forEach(window.content()::open);
            window.content().offerLost();
        } else if (!window.content().resume()) {
            window.content().openDemo();
        }
        window.show();
        window.toFront();
    }

    /// Opens what another start was given: in the window that had the keyboard last, or in one of its own.
    ///
    /// @param at when it was given, in nanoseconds as of [System#nanoTime()]
    /// @return false when the program ends, and nothing of it would be seen
    boolean take(Invocation.Window wanted, long at) {
        if (ending || open.isEmpty()) {
            return false;
        }
        if (wanted.alone()) {
            DesktopWindow window = make(newPlace(), new Notices());
            wanted.files().forEach(window.content()::open);
            window.show();
        } else {
            DesktopWindow front = open.getLast();
            wanted.files().forEach(front.content()::open);
            StartTrace.handed(front.content()::rowsShown, at);
            front.toFront();
        }
        return true;
    }

    /// Opens one more window on what was open in one.
    private void another(OpenTabs tabs) {
        DesktopWindow window = make(Objects.requireNonNullElseGet(tabs.place(), this::newPlace), new Notices());
        window.content().resume(tabs);
        window.show();
    }

    /// Those of the window that had the keyboard last; empty while there is none.
    Optional<Notices> notices() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast().notices());
    }

    /// Takes back what it says, in whichever windows that is shown.
    void dismiss(Notice outdated) {
        open.forEach(window -> window.notices().dismiss(outdated));
    }

    private WindowPlace newPlace() {
        return WindowPlace.remembered(common.settings()).beside(open.getLast().place());
    }

    private DesktopWindow make(WindowPlace place, Notices notices) {
        var window = new DesktopWindow(journals, common, notices, place);
        open.add(window);
        window.stage().focusedProperty().subscribe(focused -> {
            if (focused && open.remove(window)) {
                open.add(window);
                window.content().inFront();
                uncaught.showIn(window.notices(), window.content()::showFailure);
            }
        });
        window.stage().setOnHidden(event -> hidden(window));
        uncaught.showIn(window.notices(), window.content()::showFailure);
        return window;
    }

    /// The last one is closed with the program, so that it comes back.
    private void hidden(DesktopWindow window) {
        if (open.size() > 1 && open.remove(window)) {
            DesktopWindow front = open.getLast();
            uncaught.showIn(front.notices(), front.content()::showFailure);
            var closed = new CompletableFuture<Boolean>();
            closing.add(closed);
            Thread.ofPlatform().name("closing").start(() -> {
                try {
                    window.close();
                } finally {
                    closed.complete(true);
                }
            });
        } else if (open.contains(window)) {
            end();
        }
    }

    private void end() {
        ending = true;
        ended.run();
    }

    /// Ends what stands behind the windows. All that are open now come back at the next start.
    @Override
    public void close() {
        Toolkit.run(() -> {
            ending = true;
            common.session().end();
        });
        List<DesktopWindow> rest = Toolkit.call(() -> {
            List<DesktopWindow> left = List.copyOf(open);
            open.clear();
            return left;
        });
        RuntimeException failed = null;
        for (DesktopWindow window : rest) {
            try {
                window.close();
            } catch (RuntimeException e) {
                // The others are closed all the same.
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        Toolkit.call(() -> List.copyOf(closing)).forEach(CompletableFuture::join);
        if (failed != null) {
            throw failed;
        }
    }
}
