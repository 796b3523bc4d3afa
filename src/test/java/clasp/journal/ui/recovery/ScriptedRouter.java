package clasp.journal.ui.recovery;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.LiveRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A router that holds what a test says, and remembers where it was asked.
final class ScriptedRouter implements LiveRouter {
    private final Optional<String> suggested;
    private final List<String> asked = new ArrayList<>();
    private List<Param> params = List.of();

    ScriptedRouter(Optional<String> suggested) {
        this.suggested = suggested;
    }

    void holds(Param... now) {
        params = List.of(now);
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Optional<String> suggestedAddress() {
        return suggested;
    }

    @Override
    public List<Param> params(String address, Cancellation cancellation) {
        asked.add(address);
        return params;
    }
}
