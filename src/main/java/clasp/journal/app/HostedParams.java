package clasp.journal.app;

import clasp.journal.model.Param;
import clasp.journal.router.Router;
import clasp.journal.router.RouterException;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.LiveRouter;
import java.util.List;

/// What a router of this program holds. Thread-safe.
record HostedParams(Router router) implements LiveRouter {
    @Override
    public List<Param> params(String address, Cancellation cancellation) {
        try {
            return router.params(cancellation);
        } catch (RouterException e) {
            throw new JournalException(String.valueOf(e.getMessage()), e);
        }
    }
}
