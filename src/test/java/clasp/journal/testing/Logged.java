package clasp.journal.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// What a class writes into the log, which is then not printed. Stateless.
public final class Logged {
    private Logged() {}

    /// An action that may fail.
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /// The lines, on whatever thread, while the action runs.
    public static List<String> by(Class<?> who, Action action) throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(who.getName());
        Filter before = logger.getFilter();
        logger.setFilter(line -> {
            lines.add(new SimpleFormatter().formatMessage(line));
            return false;
        });
        try {
            action.run();
            return lines;
        } finally {
            logger.setFilter(before);
        }
    }
}
