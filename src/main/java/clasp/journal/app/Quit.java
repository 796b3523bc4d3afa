package clasp.journal.app;

import clasp.journal.ui.fx.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The end of all windows at once. Each is asked for what still runs in it, one after the other; what began in one
/// after
/// it was asked, and windows opened meanwhile, are asked for, too. Confined to the FX thread.
final class Quit {
    /// Something in which work can run that an end would cut off.
    interface Asked {
        /// What is to be asked before its end; empty when it may end at once.
        List<Question> beforeClosing();

        /// Asks one question after the other; `agreed` runs when all were answered with yes.
        void askAll(List<Question> questions, Runnable agreed);
    }

    private final Supplier<? extends Collection<? extends Asked>> open;
    private final Runnable ended;
    private final Map<Asked, Set<String>> agreed = new HashMap<>();

    /// @param open what is to end, at the moment it is asked for
    /// @param ended told when everything was agreed to
    Quit(Supplier<? extends Collection<? extends Asked>> open, Runnable ended) {
        this.open = open;
        this.ended = ended;
    }

    /// Ends everything when the user agrees; with the first no, everything goes on.
    void ask() {
        for (Asked one : open.get()) {
            List<Question> left = one.beforeClosing().stream()
                    .filter(question -> !agreed.getOrDefault(one, Set.of()).contains(question.title()))
                    .toList();
            if (!left.isEmpty()) {
                one.askAll(left, () -> {
                    Set<String> titles = agreed.computeIfAbsent(one, any -> new HashSet<>());
                    left.forEach(question -> titles.add(question.title()));
                    ask();
                });
                return;
            }
        }
        ended.run();
    }
}
