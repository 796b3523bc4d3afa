package clasp.journal.ui.sources;

import clasp.journal.model.RefusedException;
import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.HostChoice.Kept;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Where a session is to be hosted, and where its journal is kept. What was chosen is remembered, but never the token.
/// Confined to the FX thread.
public final class HostViewModel {
    static final String THIS_MACHINE = "127.0.0.1";
    static final String ALL_NETWORKS = "0.0.0.0";
    private static final String SECTION = "hosting";
    private static final int TOKEN_BYTES = 18;
    private static final int ANY_FREE = 0;
    static final double NOT_COPYING = -1;

    /// As remembered.
    record Remembered(String host, String port, String httpPort, String capacity) {}

    private static final Remembered FIRST = new Remembered(THIS_MACHINE, "7330", "7350", "100000");

    private final HostAccess access;
    private final Settings settings;
    private final Tasks tasks;
    private final Consumer<HostedSession> started;
    private final TaskSlot slot = new TaskSlot();
    private final StringProperty host = new SimpleStringProperty();
    private final StringProperty port = new SimpleStringProperty();
    private final StringProperty httpPort = new SimpleStringProperty();
    private final BooleanProperty inFile = new SimpleBooleanProperty();
    private final StringProperty capacity = new SimpleStringProperty();
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper copied = new ReadOnlyDoubleWrapper(NOT_COPYING);
    private final ReadOnlyObjectWrapper<Optional<Notice>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param started takes the session, once it runs
    public HostViewModel(HostAccess access, Settings settings, Tasks tasks, Consumer<HostedSession> started) {
        this.access = access;
        this.settings = settings;
        this.tasks = tasks;
        this.started = started;
        Remembered last = settings.read(SECTION, Remembered.class, FIRST);
        host.set(orElse(last.host(), FIRST.host()));
        port.set(orElse(last.port(), FIRST.port()));
        httpPort.set(orElse(last.httpPort(), FIRST.httpPort()));
        capacity.set(orElse(last.capacity(), FIRST.capacity()));
        List.of(host, port, httpPort, capacity, file, token)
                .forEach(field -> field.subscribe((before, now) -> outcome.set(Optional.empty())));
        inFile.subscribe((before, now) -> outcome.set(Optional.empty()));
    }

    StringProperty host() {
        return host;
    }

    StringProperty port() {
        return port;
    }

    /// Empty for a journal that nobody else can read.
    StringProperty httpPort() {
        return httpPort;
    }

    BooleanProperty inFile() {
        return inFile;
    }

    StringProperty capacity() {
        return capacity;
    }

    StringProperty file() {
        return file;
    }

    StringProperty token() {
        return token;
    }

    ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    /// How much of a journal with a damaged log is copied before it is written to, from 0 to 1; or [#NOT_COPYING].
    ReadOnlyDoubleProperty copied() {
        return copied.getReadOnlyProperty();
    }

    /// What is wrong with the fields, or why it did not start.
    ReadOnlyObjectProperty<Optional<Notice>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Makes one up that nobody guesses; returns it.
    String makeToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        token.set(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        outcome.set(Optional.of(Notice.success(Texts.text("host.token.made"))));
        return token.get();
    }

    /// Begins to host, unless that is under way.
    ///
    /// @return the field that holds what cannot be taken; empty when the rest shows on its own
    Optional<HostField> start() {
        if (starting.get()) {
            return Optional.empty();
        }
        HostField[] reading = new HostField[1];
        HostChoice choice;
        try {
            choice = choice(field -> reading[0] = field);
        } catch (RefusedException e) {
            outcome.set(Optional.of(Notice.failure("host a session", e)));
            return Optional.ofNullable(reading[0]);
        }
        starting.set(true);
        tasks.task("host a session", (progress, cancellation) -> access.host(choice, progress, cancellation))
                .onProgress((done, total) -> copied.set(total > 0 ? (double) done / total : 0))
                .onSuccess(this::runs)
                .onFailure(error -> {
                    ended();
                    outcome.set(Optional.of(Notice.failure("host a session", error)));
                })
                .onCancelled(this::ended)
                .onDiscarded(late -> late.journal().close())
                .replacing(slot)
                .start();
        return Optional.empty();
    }

    void stop() {
        slot.cancel();
    }

    private void ended() {
        starting.set(false);
        copied.set(NOT_COPYING);
    }

    private void runs(HostedSession session) {
        ended();
        settings.write(SECTION, new Remembered(host.get(), port.get(), httpPort.get(), capacity.get()));
        started.accept(session);
    }

    /// @param reading told which field is read next
    private HostChoice choice(Consumer<HostField> reading) {
        reading.accept(HostField.HOST);
        String where = host.get().strip();
        if (where.isEmpty()) {
            throw new RefusedException(Texts.text("host.problem.host"));
        }
        reading.accept(HostField.PORT);
        int clients = HostNumbers.port(port.get());
        reading.accept(HostField.HTTP_PORT);
        String http = httpPort.get().strip();
        Integer served = http.isEmpty() ? null : HostNumbers.port(http);
        if (served != null && served == clients && clients != ANY_FREE) {
            throw new RefusedException(Texts.text("host.problem.twice"));
        }
        return new HostChoice(where, clients, served, kept(reading), token.get().strip());
    }

    private Kept kept(Consumer<HostField> reading) {
        reading.accept(inFile.get() ? HostField.FILE : HostField.CAPACITY);
        if (!inFile.get()) {
            return new Kept.InMemory(HostNumbers.capacity(capacity.get()));
        }
        if (file.get().isBlank()) {
            throw new RefusedException(Texts.text("host.problem.file"));
        }
        return new Kept.InFile(Path.of(file.get().strip()));
    }

    private static String orElse(String remembered, String first) {
        return remembered == null ? first : remembered;
    }
}
