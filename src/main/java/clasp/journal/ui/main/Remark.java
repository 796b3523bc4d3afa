package clasp.journal.ui.main;

import clasp.journal.ui.fx.Later;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;

/// A sentence that stands in for another text for a while. Confined to the FX thread.
final class Remark {
    private static final Duration WHILE = Duration.ofSeconds(12);

    private final Later later;
    private final StringProperty sentence = new SimpleStringProperty("");
    private Runnable withdraw = () -> {};

    Remark(Later later) {
        this.later = later;
    }

    /// The remark while there is one, else the usual text.
    StringBinding over(ObservableStringValue usual) {
        return Bindings.createStringBinding(
                () -> sentence.get().isEmpty() ? usual.get() : sentence.get(), sentence, usual);
    }

    /// @param now in place of what was said before; when empty, nothing is said any more
    void say(String now) {
        clear();
        sentence.set(now);
        withdraw = later.after(WHILE, this::clear);
    }

    void clear() {
        withdraw.run();
        sentence.set("");
    }
}
