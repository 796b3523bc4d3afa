package clasp.journal.ui.compaction;

import clasp.journal.query.Query;
import clasp.journal.query.QuerySyntaxException;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Where the user wants to cut, as typed. Confined to the FX thread.
final class CutChoice {
    private final ObjectProperty<CutKind> kind = new SimpleObjectProperty<>(CutKind.SAFE_POINT);
    private final StringProperty seq = new SimpleStringProperty("");
    private final StringProperty time = new SimpleStringProperty("");
    private final StringProperty keep = new SimpleStringProperty("10000");

    ObjectProperty<CutKind> kind() {
        return kind;
    }

    /// The seq of the first entry that stays.
    StringProperty seq() {
        return seq;
    }

    /// The time of the first entry that stays, written as in the query bar.
    StringProperty time() {
        return time;
    }

    /// How many entries stay.
    StringProperty keep() {
        return keep;
    }

    void onChange(Runnable action) {
        kind.addListener((property, before, now) -> action.run());
        seq.addListener((property, before, now) -> action.run());
        time.addListener((property, before, now) -> action.run());
        keep.addListener((property, before, now) -> action.run());
    }

    /// The cut; empty while what is typed makes none.
    Optional<Cut> cut() {
        return switch (kind.get()) {
            case SAFE_POINT -> Optional.of(new Cut.SafePoint());
            case SEQ ->
                NumberText.parse(seq.get()).stream()
                        .<Cut>mapToObj(Cut.BeforeSeq::new)
                        .findFirst();
            case TIME -> micros().stream().<Cut>mapToObj(Cut.BeforeTime::new).findFirst();
            case KEEP_LAST ->
                NumberText.parse(keep.get()).stream()
                        .<Cut>mapToObj(Cut.KeepLast::new)
                        .findFirst();
        };
    }

    /// What to type, as a sentence, while there is no cut.
    String advice() {
        return switch (kind.get()) {
            case SAFE_POINT -> "";
            case SEQ -> Texts.text("compaction.advice.seq");
            case TIME -> Texts.text("compaction.advice.time");
            case KEEP_LAST -> Texts.text("compaction.advice.keep");
        };
    }

    /// A time is whatever the query bar takes after `from:`.
    private OptionalLong micros() {
        String typed = time.get().strip();
        if (typed.isEmpty() || typed.indexOf('"') >= 0 || typed.startsWith("+") || typed.startsWith("-")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Query.parse("from:\"" + typed + "\"").time().fromMicros());
        } catch (QuerySyntaxException | IllegalArgumentException e) {
            // The user is still typing: the advice says what a time looks like.
            return OptionalLong.empty();
        }
    }
}
