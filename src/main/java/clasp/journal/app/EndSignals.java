package clasp.journal.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// Being told to end by the system: `kill`, `Ctrl+C`, a terminal that is closed. No shutdown hook, because JavaFX has
/// one, too, which takes it away while the window still has to be closed. Thread-safe.
final class EndSignals implements AutoCloseable {
    private static final String[] NAMES = {"TERM", "INT", "HUP"};
    private static final int STATUS = 128;
    private static final long PATIENCE_SECONDS = 30;

    private final Runnable ending;
    private final Map<Signal, SignalHandler> before = new HashMap<>();
    private int status;

    private EndSignals(Runnable ending) {
        this.ending = ending;
    }

    /// Until this is closed, or for the first time: whoever asks again ends the program at once.
    ///
    /// @param ending begins an orderly end; if that takes too long, the program ends all the same
    static EndSignals listen(Runnable ending) {
        var signals = new EndSignals(ending);
        for (String name : NAMES) {
            signals.handle(name);
        }
        return signals;
    }

    private synchronized void handle(String name) {
        try {
            var signal = new Signal(name);
            SignalHandler old = Signal.handle(signal, this::told);
            if (SignalHandler.SIG_IGN.equals(old)) {
                // As nohup wants it.
                Signal.handle(signal, old);
            } else {
                before.put(signal, old);
            }
        } catch (IllegalArgumentException e) {
            System.getLogger(EndSignals.class.getName())
                    .log(System.Logger.Level.DEBUG, "There is no signal " + name + " here", e);
        }
    }

    private void told(Signal signal) {
        synchronized (this) {
            status = STATUS + signal.getNumber();
            close();
        }
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(STATUS + signal.getNumber()));
        ending.run();
    }

    /// What the program shall end with: by convention another one than usual when it was told to end.
    ///
    /// @param otherwise when it was not
    synchronized int status(int otherwise) {
        return status == 0 ? otherwise : status;
    }

    @Override
    public synchronized void close() {
        before.forEach(Signal::handle);
        before.clear();
    }
}
