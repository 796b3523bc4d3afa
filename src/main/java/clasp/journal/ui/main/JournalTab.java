package clasp.journal.ui.main;

import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Guarded;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Activity;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Ending;
import clasp.journal.ui.fx.FirstFocus;
import clasp.journal.ui.fx.FocusOwner;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Question;
import clasp.journal.ui.fx.Task;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.OpeningView;
import clasp.journal.ui.sources.RelayChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A tab: first the opening, then the journal, or why it could not be opened. Closes its journal with itself.
/// Confined to the FX thread.
final class JournalTab extends Tab {

    /// @param leftOf the damaged file of which it is what is left; null where it is the journal itself
    private record Opened(
            JournalReader journal,
            JournalInfo info,
            JournalState state,
            @Nullable FileMark leftOf) {}

    private final Opening opening;
    private final WindowServices services;
    private final BiFunction<Browsing, Reopening, JournalView> views;
    private final Consumer<Optional<Path>> changed;
    private final Question.Asker asker;
    private final BiConsumer<String, Consumer<String>> tokens;
    private final BooleanSupplier instead;
    private final BiConsumer<Opening, Runnable> restorer;
    private @Nullable JournalView view;
    private @Nullable Node had;
    private @Nullable ViewState resumed;
    /// The damaged file of which what is left was shown last; null where the journal itself was.
    private @Nullable FileMark leftOf;

    private @Nullable Runnable refused;
    private @Nullable Runnable left;
    private @Nullable Runnable restore;
    private @Nullable Task<Opened> task;

    /// @param before where the user was in the journal; null for nowhere yet
    /// @param views makes the screen parts for a journal that was opened, given what opens it once more
    /// @param changed told that there is a view now, and its file if it has one; or, without, that the view is gone
    /// @param asker asks before the tab closes, where that ends something
    /// @param tokens asks for another token for the relay at a URL and passes it on, which throws
    ///     IllegalArgumentException with a sentence when it cannot be one
    /// @param instead asks for something else to open, and returns whether anything was chosen
    /// @param restorer asks for a backup to take the place of what could not be opened, and runs what it is
    ///     given when one has
    JournalTab(
            Opening opening,
            @Nullable ViewState before,
            WindowServices services,
            BiFunction<Browsing, Reopening, JournalView> views,
            Consumer<Optional<Path>> changed,
            Question.Asker asker,
            BiConsumer<String, Consumer<String>> tokens,
            BooleanSupplier instead,
            BiConsumer<Opening, Runnable> restorer) {
        super(title(opening.name()));
        this.opening = opening;
        this.resumed = before;
        this.leftOf = before == null ? null : before.leftOf();
        this.services = services;
        this.views = views;
        this.changed = changed;
        this.asker = asker;
        this.tokens = tokens;
        this.instead = instead;
        this.restorer = restorer;
        opening.path().ifPresent(path -> setTooltip(new Tooltip(path.toString())));
        setOnClosed(event -> close());
        setOnCloseRequest(event -> {
            if (beforeClosing().isPresent()) {
                event.consume();
                askAndClose();
            }
        });
        open();
    }

    /// One line, whatever the name of a file holds.
    private static String title(String name) {
        return LineText.of(name, name.length());
    }

    Opening opening() {
        return opening;
    }

    /// The file that is opened, or that what is on screen is recorded into; empty for none.
    Optional<Path> file() {
        return opening.path()
                .or(() -> view().flatMap(shown -> shown.browsing().info().get().path()));
    }

    /// The journal on screen; empty while it is being opened, and when that failed.
    Optional<JournalView> view() {
        return Optional.ofNullable(view);
    }

    /// Asks for another token for what could not be opened; null where none would help.
    @Nullable
    Runnable refused() {
        return refused;
    }

    /// Shows what is left of the damaged file that could not be opened; null where that is not offered.
    @Nullable
    Runnable left() {
        return left;
    }

    /// Asks for a backup to take the place of the file that could not be opened; null where there is none.
    @Nullable
    Runnable restore() {
        return restore;
    }

    /// Where the user is in the journal, or was when it could be shown; null for nowhere yet.
    @Nullable
    ViewState state() {
        return view == null ? resumed : view.state().leftOf(leftOf);
    }

    /// What the user is asked before it is closed; empty when that ends nothing.
    Optional<Ending> beforeClosing() {
        return opening.behind()
                .flatMap(activity -> activity.beforeClosing().map(question -> new Ending(activity, question)))
                .or(() -> view().flatMap(JournalView::beforeClosing))
                .map(ending -> ending.in(getText()));
    }

    /// Closes it and takes it out of the window, when the user agrees.
    void askAndClose() {
        beforeClosing().ifPresentOrElse(ending -> asker.ask(ending.question(), this::giveUp), this::giveUp);
    }

    /// Remembers what had the keyboard, if it is in this tab.
    void lost(Node keyboard) {
        if (FocusOwner.isIn(keyboard, getContent())) {
            had = keyboard;
        }
    }

    /// Gives the keyboard to what had it here last, or else to what is shown.
    void takeKeyboard() {
        if (had != null && FocusOwner.isIn(had, getContent())) {
            had.requestFocus();
            if (had.getScene().getFocusOwner() == had) {
                return;
            }
        }
        if (view == null) {
            getContent().requestFocus();
        } else {
            FirstFocus.give(view, view::focusPage);
        }
    }

    void close() {
        if (task != null) {
            task.cancel();
        }
        if (view != null) {
            view.close();
            JournalReader journal = view.browsing().journal();
            services.tasks()
                    .task("close " + opening.name(), (progress, cancellation) -> {
                        journal.close();
                        return true;
                    })
                    .start();
        }
    }

    private void open() {
        open(false);
    }

    /// @param left whether what is left of a damaged file is wanted
    private void open(boolean left) {
        if (refused != null || this.left != null || restore != null) {
            refused = null;
            this.left = null;
            restore = null;
            changed.accept(Optional.empty());
        }
        var waiting = new OpeningView();
        setContent(waiting);
        FileMark known = leftOf;
        var there = new AtomicBoolean();
        task = services.tasks()
                .task("open " + opening.name(), (progress, cancellation) -> {
                    there.set(opening.path().filter(Files::isRegularFile).isPresent());
                    FileMark file = left || known != null
                            ? opening.path().flatMap(FileMark::of).orElse(null)
                            : null;
                    Job<JournalReader> rest = left || known != null && known.equals(file) ? opening.left() : null;
                    JournalReader journal =
                            Objects.requireNonNullElse(rest, opening.job()).run(progress, cancellation);
                    try {
                        cancellation.check();
                        return new Opened(journal, journal.info(), journal.state(), rest == null ? null : file);
                    } catch (RuntimeException e) {
                        boolean remains = journal.damage() == Damage.MET;
                        journal.close();
                        // Of what somebody else has open, nothing more can be shown than itself.
                        throw e instanceof DamagedException && !remains
                                ? new JournalException(String.valueOf(e.getMessage()), e)
                                : e;
                    }
                })
                .onProgress(waiting::showProgress)
                .onSuccess(this::opened)
                .onDiscarded(late -> late.journal().close())
                .onFailure(error -> failed(waiting, error, left, there.get()));
        waiting.showOpening(opening.name(), this::giveUp);
        task.start();
    }

    /// @param there whether there is a file
    private void failed(OpeningView waiting, Throwable error, boolean left, boolean there) {
        refused = otherToken(error);
        this.left = opening.left() != null && (left || error instanceof DamagedException) ? () -> open(true) : null;
        restore = there && opening.unopened() != null ? () -> restorer.accept(opening, this::again) : null;
        waiting.showFailure(
                opening.name(),
                Notice.failure("open " + opening.name(), error),
                this::open,
                opening.path().isPresent() ? OpeningView.Instead.FILE : OpeningView.Instead.ADDRESS,
                new OpeningView.WaysOut(another(), refused, this.left, restore));
        changed.accept(Optional.empty());
    }

    /// Tries once more to open it, unless it is open or was closed.
    void again() {
        if (view == null && getTabPane() != null) {
            if (task != null) {
                task.cancel();
            }
            open();
        }
    }

    /// Shows this token from now on.
    ///
    /// @return whether there is a journal here for which it was shown
    boolean use(String token) {
        if (view != null && view.browsing().journal() instanceof Guarded guarded) {
            guarded.useToken(token);
            return true;
        }
        return false;
    }

    /// What is opened instead takes the place of what could not be.
    private @Nullable Runnable another() {
        Consumer<Runnable> change = opening.change();
        if (change != null) {
            return () -> change.accept(this::giveWay);
        }
        return opening.path().isPresent() ? this::anotherFile : null;
    }

    private void anotherFile() {
        // Not where it was chosen once more.
        if (instead.getAsBoolean() && !isSelected()) {
            giveUp();
        }
    }

    private @Nullable Runnable otherToken(Throwable error) {
        BiConsumer<String, Runnable> asker = opening.token();
        return asker != null && error instanceof JournalException failure && failure.wantsToken()
                ? () -> asker.accept(String.valueOf(failure.getMessage()), this::open)
                : null;
    }

    /// @param left whether what is left of a damaged file is wanted this time
    private void reopen(boolean left) {
        resumed = state();
        close();
        view = null;
        showSign();
        open(left);
        changed.accept(Optional.empty());
    }

    /// Tells at once that something is wrong, also while another tab is in front.
    private void mark(JournalAccess access) {
        showSign();
        if (access == JournalAccess.Plain.FAILED && !isSelected()) {
            services.notices()
                    .show(Notice.warning(Texts.text("main.behind.failed", getText()))
                            .with(new Notice.Remedy(Texts.text("main.behind.show"), this::comeToFront, true)));
        }
    }

    private void showSign() {
        boolean troubled = view().map(shown -> shown.failing().get()
                        || shown.browsing().info().get().access().isTroubled())
                .orElse(false);
        setGraphic(troubled ? warning() : null);
    }

    private Node warning() {
        var icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("tab-warning");
        icon.setAccessibleText(Texts.text("main.behind.troubled", getText()));
        return icon;
    }

    private void comeToFront() {
        if (getTabPane() != null) {
            getTabPane().getSelectionModel().select(this);
        }
    }

    private void giveUp() {
        close();
        if (getTabPane() != null) {
            getTabPane().getTabs().remove(this);
        }
    }

    /// The same; what was opened instead, the last tab by now and in front, takes its place.
    void giveWay() {
        if (getTabPane() == null) {
            return;
        }
        ObservableList<Tab> tabs = getTabPane().getTabs();
        int place = tabs.indexOf(this);
        if (!tabs.getLast().isSelected()) {
            giveUp();
            return;
        }
        giveUp();
        List<Tab> order = new ArrayList<>(tabs);
        order.add(place, order.removeLast());
        tabs.sort(Comparator.comparingInt(order::indexOf));
    }

    private void opened(Opened opened) {
        setText(title(opened.info().name()));
        var browsing = new Browsing(opened.journal(), opened.info(), opened.state());
        leftOf = opened.leftOf();
        view = views.apply(
                browsing, new Reopening(() -> reopen(false), opening.left() == null ? null : () -> reopen(true)));
        opening.behind().ifPresent(view::behind);
        // What it writes is what the user wants to see.
        opening.behind().ifPresent(activity -> browsing.follow().set(true));
        browsing.info().map(JournalInfo::access).subscribe(this::mark);
        view.failing().subscribe(failing -> showSign());
        RelayChoice relay = opening.relay();
        if (relay != null && opened.journal() instanceof Guarded guarded) {
            view.guardedBy(() -> tokens.accept(relay.url(), guarded::useToken));
        }
        if (resumed != null) {
            view.resume(resumed);
        }
        var content = new BorderPane();
        content.setMinHeight(0);
        // First what stands first: the Tab key goes in this order.
        opening.behind().map(Activity::strip).ifPresent(content::setTop);
        content.setCenter(view);
        // A pane of tabs takes the keyboard to its headers when it hears of a press on what takes it not.
        content.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        had = null;
        boolean keyboard = getContent() instanceof OpeningView waiting && waiting.hasKeyboard();
        setContent(content);
        if (keyboard) {
            FirstFocus.give(content, view::focusPage);
        }
        changed.accept(file());
    }
}
