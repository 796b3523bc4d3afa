package clasp.journal.ui.sources;

import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Question;
import clasp.journal.ui.fx.Remark;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.HostedSession.Guest;
import clasp.journal.ui.sources.HostedSession.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// How a hosted session fares, asked once a second while it is on screen. Confined to the FX thread.
final class HostStripViewModel {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration COPIED_SHOWN = Duration.ofSeconds(4);

    /// What the router does.
    enum Phase {
        RUNNING,
        STOPPING,
        STOPPED,
        /// It ended by itself.
        FAILED
    }

    private final HostedSession session;
    private final Tasks tasks;
    private final Later later;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.RUNNING);
    private final ReadOnlyStringWrapper traffic = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ObservableList<Guest> guests = FXCollections.observableArrayList();
    private final Remark copied;
    private Runnable withdraw = () -> {};
    private long journaledBefore = -1;
    private long nanosBefore;

    HostStripViewModel(HostedSession session, Tasks tasks, Later later) {
        this.session = session;
        this.tasks = tasks;
        this.later = later;
        copied = new Remark(later, COPIED_SHOWN);
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// Sessions, subscriptions, entries a second; or that it has stopped, and what that means.
    ReadOnlyStringProperty traffic() {
        return traffic.getReadOnlyProperty();
    }

    /// Who is connected.
    ObservableList<Guest> guests() {
        return guests;
    }

    /// What goes wrong; empty while nothing does.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// That something was copied, for a while; empty else.
    ObservableStringValue copied() {
        return copied.text();
    }

    /// An address or the token is in the clipboard now.
    void tellCopied() {
        copied.say(Texts.text("host.copied"));
    }

    List<String> clientUrls() {
        return session.clientUrls();
    }

    List<String> journalUrls() {
        return session.journalUrls();
    }

    String token() {
        return session.token();
    }

    /// Begins to ask.
    void watch() {
        withdraw.run();
        if (!isOver()) {
            look(System.nanoTime());
            withdraw = later.after(INTERVAL, this::watch);
        }
    }

    void rest() {
        withdraw.run();
    }

    Optional<Question> beforeClosing() {
        if (!isOver()) {
            return Optional.of(question("host.close"));
        }
        // The oldest have made room for the newest.
        JournalState held = session.journal().state();
        long entries = held.isEmpty() ? 0 : held.latestSeq() - held.firstSeq() + 1;
        return session.file().isPresent() || entries == 0 ? Optional.empty() : Optional.of(beforeForgetting(entries));
    }

    Question beforeStopping() {
        return question("host.stop");
    }

    void stop() {
        end(null);
    }

    /// @param failure why it ended by itself; null when it is to end now
    private void end(@Nullable String failure) {
        if (phase.get() != Phase.RUNNING) {
            return;
        }
        phase.set(Phase.STOPPING);
        tasks.task("stop hosting", (progress, cancellation) -> {
                    session.stop();
                    return true;
                })
                .onSuccess(done -> ended(failure, ""))
                // Nobody is served any more: what failed is to bring the journal to its file.
                .onFailure(error -> ended(failure, String.valueOf(error.getMessage())))
                .start();
    }

    /// @param problem with the journal; empty for none
    private void ended(@Nullable String failure, String problem) {
        rest();
        phase.set(failure == null ? Phase.STOPPED : Phase.FAILED);
        Traffic last = session.traffic();
        traffic.set(Texts.text(
                session.file().isPresent()
                        ? failure == null ? "host.stopped.file" : "host.ended.file"
                        : failure == null ? "host.stopped.memory" : "host.ended.memory",
                last.journaled(),
                NumberText.grouped(last.journaled())));
        String why =
                failure == null ? "" : Texts.text("host.ended.why", failure.endsWith(".") ? failure : failure + ".");
        trouble.set(problem.isEmpty() && failure == null ? trouble(last) : (why + " " + problem).strip());
    }

    private boolean isOver() {
        return phase.get() == Phase.STOPPED || phase.get() == Phase.FAILED;
    }

    private Question question(String key) {
        int sessions = session.traffic().sessions();
        String kept = Texts.text(session.file().isPresent() ? key + ".file" : key + ".memory");
        return new Question(
                Texts.text("host.stop.title"),
                Texts.text("host.stop.sessions", sessions) + " " + kept,
                Texts.text("host.stop.yes"),
                Texts.text("host.stop.no"));
    }

    private static Question beforeForgetting(long entries) {
        return new Question(
                Texts.text("host.forget.title"),
                Texts.text("host.forget.memory", entries, NumberText.grouped(entries)),
                Texts.text("host.forget.yes"),
                Texts.text("host.forget.no"));
    }

    /// @param nanos of a clock that only goes forward
    private void look(long nanos) {
        Traffic now = session.traffic();
        double seconds = (nanos - nanosBefore) / 1e9;
        long rate =
                journaledBefore < 0 ? 0 : Math.round((now.journaled() - journaledBefore) / Math.max(seconds, 0.001));
        if (journaledBefore < 0 || seconds > 0.5) {
            journaledBefore = now.journaled();
            nanosBefore = nanos;
            traffic.set(Texts.text(
                    "host.traffic",
                    now.sessions(),
                    now.subscriptions(),
                    now.params(),
                    NumberText.grouped(now.params()),
                    NumberText.grouped(rate)));
        }
        trouble.set(trouble(now));
        show(session.guests());
        session.failure().ifPresent(this::end);
    }

    /// Touches nothing when nothing has changed, so that who looks at one keeps it.
    private void show(List<Guest> present) {
        if (!guests.equals(present)) {
            guests.setAll(present);
        }
    }

    private static String trouble(Traffic now) {
        if (now.failed() > 0) {
            return Texts.text("host.failed", now.failed(), NumberText.grouped(now.failed()));
        }
        return now.dropped() > 0 ? Texts.text("host.dropped", now.dropped(), NumberText.grouped(now.dropped())) : "";
    }
}
