package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.Browsing;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Whether the journal has changed since an answer was worked out that takes too long to be asked for again each time
/// that the journal grows. Confined to the FX thread.
final class Freshness {
    private final Browsing browsing;
    private final Question<?> question;
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private long asked;

    Freshness(Browsing browsing, Question<?> question) {
        this.browsing = browsing;
        this.question = question;
        asked = version();
        question.onAsk(() -> {
            asked = version();
            judge();
        });
        question.outcome().subscribe(this::judge);
        browsing.state().subscribe(this::judge);
    }

    ReadOnlyBooleanProperty outdated() {
        return outdated.getReadOnlyProperty();
    }

    /// Only what was found can be of before.
    private void judge() {
        outdated.set(question.outcome().get() instanceof Outcome.Ready && asked != version());
    }

    private long version() {
        return browsing.state().get().version();
    }
}
