package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.recovery.ValueChange;
import clasp.journal.ui.fx.DurationText;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts into words how two entries of one address differ apart from the parts of their values. Stateless.
final class DiffFacts {
    private static final String MINUS = "\u2212";
    private static final int MAX_TEXT = 200;

    /// @param name what it is about
    record Fact(String name, String text) {}

    private DiffFacts() {}

    /// What became of the value, in a sentence.
    static String verdict(EntryDiff.Compared compared) {
        List<ValueChange> changes = compared.values().changes();
        if (!compared.values().complete()) {
            return Texts.text("detail.diff.more", NumberText.grouped(changes.size()));
        }
        if (changes.isEmpty()) {
            boolean same = compared.before().valueJson().equals(compared.after().valueJson());
            return Texts.text(same ? "detail.diff.same" : "detail.diff.written");
        }
        return changes.size() == 1 && changes.getFirst().path().isEmpty()
                ? Texts.text("detail.diff.whole")
                : Texts.text("detail.diff.parts", changes.size(), NumberText.grouped(changes.size()));
    }

    /// The steps from one entry to the other, and which fields are others.
    static List<Fact> of(Entry before, Entry after, TimeText times) {
        var facts = new ArrayList<Fact>();
        add(
                facts,
                "time",
                DurationText.step(before.timestampMicros(), after.timestampMicros()) + "  ("
                        + times.clock(before.timestampMicros()) + ")");
        add(facts, "revision", revision(before.revision(), after.revision()));
        add(facts, "author", change(before.author(), after.author()));
        if (!before.signalType().equals(after.signalType())) {
            add(facts, "signal", change(before.signalType(), after.signalType()));
        }
        if (before.msgType() != after.msgType()) {
            add(facts, "message", change(FieldGrid.message(before.msgType()), FieldGrid.message(after.msgType())));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String key, String text) {
        facts.add(new Fact(Texts.text("detail.field." + key), text));
    }

    private static String change(String before, String after) {
        String now = LineText.of(after, MAX_TEXT);
        return before.equals(after)
                ? Texts.text("detail.diff.unchanged", now)
                : LineText.of(before, MAX_TEXT) + " → " + now;
    }

    private static String revision(@Nullable Long before, @Nullable Long after) {
        String none = Texts.text("detail.none");
        if (before == null || after == null) {
            String from = before == null ? none : Long.toUnsignedString(before);
            String to = after == null ? none : Long.toUnsignedString(after);
            return from.equals(to) ? from : from + " → " + to;
        }
        int order = Long.compareUnsigned(after, before);
        String step =
                order < 0 ? MINUS + NumberText.unsigned(before - after) : "+" + NumberText.unsigned(after - before);
        return order == 0
                ? Texts.text("detail.diff.unchanged", Long.toUnsignedString(after))
                : Long.toUnsignedString(before) + " → " + Long.toUnsignedString(after) + "  (" + step + ")";
    }
}
