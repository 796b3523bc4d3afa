package clasp.journal.ui.fx;

import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;

/// A sentence that is shown for a while, also in place of another text. Confined to the FX thread.
public final class Remark {
    private final Later later;
    private final Duration shown;
    private final StringProperty sentence = new SimpleStringProperty("");
    private Runnable withdraw = () -> {};

    public Remark(Later later, Duration shown) {
        this.later = later;
        this.shown = shown;
    }

    /// The remark; empty while there is none.
    public ObservableStringValue text() {
        return sentence;
    }

    /// The remark while there is one, else the usual text.
    public StringBinding over(ObservableStringValue usual) {
        return Bindings.createStringBinding(
                () -> sentence.get().isEmpty() ? usual.get() : sentence.get(), sentence, usual);
    }

    /// @param now in place of what was said before; when empty, nothing is said any more
    public void say(String now) {
        clear();
        sentence.set(now);
        withdraw = later.after(shown, this::clear);
    }

    public void clear() {
        withdraw.run();
        sentence.set("");
    }
}
