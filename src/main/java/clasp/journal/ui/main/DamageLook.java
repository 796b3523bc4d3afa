package clasp.journal.ui.main;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;

/// Shows what is left of a damaged file. Where no damage was met yet, the file is looked through for it first: of one
/// that is whole, there is nothing to show but itself, and that is said. Confined to the FX thread.
final class DamageLook {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final Browsing browsing;
    private final Tasks tasks;
    private final Later later;
    private final Notices notices;
    private final Runnable left;
    private final TaskSlot slot = new TaskSlot();
    private Runnable withdraw = () -> {};

    /// @param left shows what is left of the file
    DamageLook(Browsing browsing, Tasks tasks, Later later, Notices notices, Runnable left) {
        this.browsing = browsing;
        this.tasks = tasks;
        this.later = later;
        this.notices = notices;
        this.left = left;
    }

    void showLeft() {
        JournalReader journal = browsing.journal();
        if (journal.damage() == Damage.MET) {
            left.run();
            return;
        }
        String name = browsing.info().get().name();
        Notice looking = Notice.information(Texts.text("main.looking", name));
        withdraw.run();
        Runnable known = later.after(PATIENCE, () -> notices.show(looking));
        withdraw = () -> {
            known.run();
            notices.dismiss(looking);
        };
        tasks.task("look for damage", (progress, cancellation) -> lookThrough(journal, cancellation))
                .replacing(slot)
                .onSuccess(sound -> {
                    withdraw.run();
                    notices.show(Notice.success(Texts.text("main.undamaged", name)));
                })
                .onFailure(failure -> {
                    withdraw.run();
                    if (journal.damage() == Damage.MET) {
                        left.run();
                    } else {
                        notices.show(Notice.failure("look for damage", failure));
                    }
                })
                .start();
    }

    /// Nobody wants to know any more.
    void stop() {
        withdraw.run();
        slot.cancel();
    }

    /// @throws clasp.journal.store.JournalException when something cannot be read
    private static boolean lookThrough(JournalReader journal, Cancellation cancellation) {
        journal.lookThrough(cancellation);
        for (SnapshotInfo snapshot : journal.snapshots()) {
            journal.snapshot(snapshot.id(), cancellation);
        }
        return true;
    }
}
