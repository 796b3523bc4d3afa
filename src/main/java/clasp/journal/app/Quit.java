package clasp.journal.app;

import clasp.journal.ui.fx.Ending;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The end of all windows at once. Each is asked for what still runs in it, one after the other; what began in one
/// after it was asked, and windows opened meanwhile, are asked for, too. Confined to the FX thread.
final class Quit {
    /// Something in which work can run that an end would cut off.
    interface Asked {
        /// What is to be asked for before its end; empty when it may end at once.
        List<Ending> beforeClosing();

        /// Asks for one after the other; `agreed` runs when all were answered with yes.
        void askAll(List<Ending> endings, Runnable agreed);
    }

    private final Supplier<? extends Collection<? extends Asked>> open;
    private final Runnable ended;

    /// The work that may end. What is called the same and began later is other work.
    private final Set<Object> agreed = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param open what is to end, at the moment it is asked for
    /// @param ended told when everything was agreed to
    Quit(Supplier<? extends Collection<? extends Asked>> open, Runnable ended) {
        this.open = open;
        this.ended = ended;
    }

    /// Ends everything when the user agrees; with the first no, everything goes on.
    void ask() {
        for (Asked one : open.get()) {
            List<Ending> left = one.beforeClosing().stream()
                    .filter(ending -> !agreed.contains(ending.work()))
                    .toList();
            if (!left.isEmpty()) {
                one.askAll(left, () -> {
                    left.forEach(ending -> agreed.add(ending.work()));
                    ask();
                });
                return;
            }
        }
        ended.run();
    }
}
