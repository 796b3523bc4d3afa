package clasp.journal.live;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.LiveRouter;
import java.util.List;

/// The router that is being recorded, as far as the recording wants it. Thread-safe.
record RecordedRouter(RecordingOrder order) implements LiveRouter {
    @Override
    public List<Param> params(String address, Cancellation cancellation) {
        return RouterState.ask(order.address(), order.token(), RecordingLimits.STANDARD, cancellation).stream()
                .filter(param -> order.wants(param.address()))
                .toList();
    }
}
