package clasp.journal.ui.main;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// The journal whose tab is in front, with the switches that the window shows for it. Confined to the FX thread.
final class FrontJournal {
    private final ObjectProperty<@Nullable JournalView> view = new SimpleObjectProperty<>();
    private final BooleanProperty follow = new SimpleBooleanProperty();
    private final BooleanProperty snapshots = new SimpleBooleanProperty();
    private final BooleanProperty recovery = new SimpleBooleanProperty();
    private final BooleanProperty lifelines = new SimpleBooleanProperty();
    private final BooleanProperty stoppable = new SimpleBooleanProperty();
    private final BooleanProperty hosted = new SimpleBooleanProperty();
    private final BooleanProperty savable = new SimpleBooleanProperty();
    private final BooleanProperty tokenWanted = new SimpleBooleanProperty();
    private final BooleanProperty damaged = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Runnable> refused = new SimpleObjectProperty<>();
    private final BooleanBinding tokenUseful = tokenWanted.or(refused.isNotNull());
    private final ObjectProperty<@Nullable Runnable> left = new SimpleObjectProperty<>();
    private final BooleanBinding leftUseful = damaged.or(left.isNotNull());
    private final BooleanBinding present = view.isNotNull();
    private final ObjectProperty<@Nullable Runnable> restore = new SimpleObjectProperty<>();
    private final BooleanBinding restorable = present.or(restore.isNotNull());

    FrontJournal() {
        view.subscribe(this::change);
    }

    /// @param now null while no tab has an open journal in front
    /// @param refused asks for another token for what could not be opened in front; null where none would help
    /// @param left shows what is left of what could not be opened in front; null where that is not offered
    /// @param restore asks for a backup to take the place of what could not be opened in front; null where there
    ///     is none
    void set(
            @Nullable JournalView now,
            @Nullable Runnable refused,
            @Nullable Runnable left,
            @Nullable Runnable restore) {
        view.set(now);
        this.refused.set(refused);
        this.left.set(left);
        this.restore.set(restore);
    }

    Optional<JournalView> get() {
        return Optional.ofNullable(view.get());
    }

    BooleanBinding present() {
        return present;
    }

    /// Whether its table stays at the newest entry.
    BooleanProperty follow() {
        return follow;
    }

    /// Whether its snapshots are shown.
    BooleanProperty snapshots() {
        return snapshots;
    }

    /// Whether its recovery view is shown below its entries.
    BooleanProperty recovery() {
        return recovery;
    }

    /// Whether its lifelines are shown instead of its entries.
    BooleanProperty lifelines() {
        return lifelines;
    }

    /// Whether the recording or the hosted session that writes it can be stopped now.
    BooleanProperty stoppable() {
        return stoppable;
    }

    /// Whether clients of a router here write it now.
    BooleanProperty hosted() {
        return hosted;
    }

    /// Whether it is recorded here and can be saved now.
    BooleanProperty savable() {
        return savable;
    }

    /// Whether what is left of its damaged file, or of one that could not be opened, can be shown.
    ObservableBooleanValue leftUseful() {
        return leftUseful;
    }

    void showLeft() {
        perform(left.get(), shown -> shown.showLeft().perform());
    }

    /// Whether a backup can take its place, or that of what could not be opened.
    ObservableBooleanValue restorable() {
        return restorable;
    }

    void restoreBackup() {
        perform(restore.get(), shown -> shown.dialogs().restore());
    }

    /// Whether another token is wanted for it, or for opening it.
    ObservableBooleanValue tokenUseful() {
        return tokenUseful;
    }

    void enterToken() {
        perform(refused.get(), shown -> shown.enterToken().perform());
    }

    /// @param unopened what is done about what could not be opened; null where something is open, or nothing can be
    private void perform(@Nullable Runnable unopened, Consumer<JournalView> action) {
        if (unopened != null) {
            unopened.run();
        } else {
            get().ifPresent(action);
        }
    }

    /// An action on it; nothing while there is none.
    Runnable action(Consumer<JournalView> action) {
        return () -> get().ifPresent(action);
    }

    private void change(@Nullable JournalView before, @Nullable JournalView now) {
        if (before != null) {
            follow.unbindBidirectional(before.browsing().follow());
            snapshots.unbindBidirectional(before.snapshotsShown());
            recovery.unbindBidirectional(before.recoveryShown());
            lifelines.unbindBidirectional(before.lifelinesShown());
        }
        stoppable.unbind();
        stoppable.set(false);
        hosted.unbind();
        hosted.set(false);
        savable.unbind();
        savable.set(false);
        tokenWanted.unbind();
        tokenWanted.set(false);
        damaged.unbind();
        damaged.set(false);
        follow.set(false);
        snapshots.set(false);
        recovery.set(false);
        lifelines.set(false);
        if (now != null) {
            stoppable.bind(now.stop().possible());
            hosted.bind(now.clients().possible());
            savable.bind(now.save().possible());
            tokenWanted.bind(now.enterToken().possible());
            damaged.bind(now.showLeft().possible());
            follow.bindBidirectional(now.browsing().follow());
            snapshots.bindBidirectional(now.snapshotsShown());
            recovery.bindBidirectional(now.recoveryShown());
            lifelines.bindBidirectional(now.lifelinesShown());
        }
    }
}
