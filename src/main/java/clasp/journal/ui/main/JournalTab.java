package clasp.journal.ui.main;

import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Task;
import clasp.journal.ui.sources.OpeningView;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A tab: first the opening, then the journal, or why it could not be opened. Closes its journal with itself.
/// Confined to the FX thread.
final class JournalTab extends Tab {

    private record Opened(JournalReader journal, JournalInfo info, JournalState state) {}

    private final Opening opening;
    private final WindowServices services;
    private final Function<Browsing, JournalView> views;
    private final Runnable whenOpened;
    private @Nullable JournalView view;
    private @Nullable Task<Opened> task;

    /// @param views makes the screen parts for a journal that was opened
    JournalTab(Opening opening, WindowServices services, Function<Browsing, JournalView> views, Runnable whenOpened) {
        super(opening.name());
        this.opening = opening;
        this.services = services;
        this.views = views;
        this.whenOpened = whenOpened;
        opening.path().ifPresent(path -> setTooltip(new Tooltip(path.toString())));
        setOnClosed(event -> close());
        open();
    }

    Opening opening() {
        return opening;
    }

    /// The journal on screen; empty while it is being opened, and when that failed.
    Optional<JournalView> view() {
        return Optional.ofNullable(view);
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
        var waiting = new OpeningView();
        setContent(waiting);
        task = services.tasks()
                .task("open " + opening.name(), (progress, cancellation) -> {
                    JournalReader journal = opening.job().run(progress, cancellation);
                    try {
                        cancellation.check();
                        return new Opened(journal, journal.info(), journal.state());
                    } catch (RuntimeException e) {
                        journal.close();
                        throw e;
                    }
                })
                .onProgress(waiting::showProgress)
                .onSuccess(this::opened)
                .onDiscarded(late -> late.journal().close())
                .onFailure(error -> waiting.showFailure(
                        opening.name(), Notice.failure("open " + opening.name(), error), this::open));
        waiting.showOpening(opening.name(), this::giveUp);
        task.start();
    }

    private void giveUp() {
        close();
        if (getTabPane() != null) {
            getTabPane().getTabs().remove(this);
        }
    }

    private void opened(Opened opened) {
        setText(opened.info().name());
        view = views.apply(new Browsing(opened.journal(), opened.info(), opened.state()));
        setContent(view);
        whenOpened.run();
    }
}
