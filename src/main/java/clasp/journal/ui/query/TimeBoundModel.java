package clasp.journal.ui.query;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One end of a time range as text; empty for an open end. Confined to the FX thread.
final class TimeBoundModel {
    private final boolean last;
    private final StringProperty text = new SimpleStringProperty("");
    private String shown = "";
    private @Nullable Long shownMicros;

    /// @param last whether this is the range's end
    TimeBoundModel(boolean last) {
        this.last = last;
    }

    StringProperty text() {
        return text;
    }

    /// @param micros null for an open end
    void show(@Nullable Long micros, Moments moments) {
        shown = micros == null ? "" : moments.print(micros);
        shownMicros = micros;
        text.set(shown);
    }

    /// The bound that the text means, with the least or the greatest timestamp for an open end; empty when it means
    /// none. A text left as it was shown means what it was made from.
    Optional<Long> micros(Moments moments) {
        if (text.get().isBlank()) {
            return Optional.of(last ? -1L : 0L);
        }
        Long original = shownMicros;
        return original != null && text.get().equals(shown) ? Optional.of(original) : moments.parse(text.get(), last);
    }

    /// The day that the text means; null for none.
    @Nullable
    LocalDate day(Moments moments) {
        return text.get().isBlank()
                ? null
                : micros(moments).map(found -> moments.at(found).toLocalDate()).orElse(null);
    }

    /// Puts another day in the place of the text's, and leaves the time of day as it is.
    void pick(LocalDate day, Moments moments) {
        if (day.equals(day(moments))) {
            return;
        }
        String clock = text.get().isBlank()
                ? last ? "23:59:59.999999" : "00:00:00.000000"
                : micros(moments).map(found -> moments.text().clock(found)).orElse("00:00:00.000000");
        text.set(day + " " + clock);
    }
}
