package clasp.journal.ui.recovery;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/// Whether a journal has changed since an answer was worked out that takes too long to be asked for again each time
/// that the journal grows. Confined to the FX thread.
final class Freshness {
    private final Question<?> question;
    private final List<ObservableValue<?>> standing;
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private List<?> asked;

    /// @param standing where each journal stands that the answer is worked out from
    Freshness(Question<?> question, ObservableValue<?>... standing) {
        this.question = question;
        this.standing = List.of(standing);
        asked = present();
        question.onAsk(() -> {
            asked = present();
            judge();
        });
        question.outcome().subscribe(this::judge);
        this.standing.forEach(journal -> journal.subscribe(this::judge));
    }

    ReadOnlyBooleanProperty outdated() {
        return outdated.getReadOnlyProperty();
    }

    /// Only what was found can be of before.
    private void judge() {
        outdated.set(question.outcome().get() instanceof Outcome.Ready && !asked.equals(present()));
    }

    private List<?> present() {
        return standing.stream().map(ObservableValue::getValue).toList();
    }
}
