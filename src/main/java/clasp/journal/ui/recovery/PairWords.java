package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair;
import clasp.journal.recovery.TimeShift;
import clasp.journal.ui.fx.DurationText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is said of two journals side by side. Stateless.
final class PairWords {
    private PairWords() {}

    /// Where they part, or that they do not, in a sentence.
    static String place(JournalPair.Part part) {
        boolean found = part.divergence() >= 0;
        JournalPair.Passed passed = part.passed();
        JournalPair.Pair met = part.met();
        if (passed == null) {
            return found
                    ? Texts.text("recoveryView.pair.found", seqs(part.rows().get(part.divergence())), part.alike())
                    : Texts.text("recoveryView.pair.alike", part.alike());
        } else if (met == null) {
            return Texts.text("recoveryView.pair.apart", seqs(passed.first()), passed.rows());
        }
        return found
                ? Texts.text(
                        "recoveryView.pair.foundNext",
                        seqs(met),
                        seqs(part.rows().get(part.divergence())),
                        part.alike())
                : Texts.text("recoveryView.pair.alikeOn", seqs(met), part.alike());
    }

    /// `seq 7`, or in which journal that is where it is not the same in both.
    private static String seqs(JournalPair.Pair pair) {
        Entry left = pair.left();
        Entry right = pair.right();
        if (left == null || right == null) {
            return Texts.text(
                    left == null ? "recoveryView.pair.seqThere" : "recoveryView.pair.seqHere",
                    NumberText.seq(pair.seq()));
        }
        return left.seq() == right.seq()
                ? Texts.text("recoveryView.pair.seq", NumberText.seq(left.seq()))
                : Texts.text("recoveryView.pair.seqs", NumberText.seq(left.seq()), NumberText.seq(right.seq()));
    }

    /// What to do about times that are all shifted.
    static String shift(TimeShift shift) {
        return Texts.text(
                "recoveryView.pair.shifted",
                shift.entries(),
                DurationText.exactStep(shift.hereMicros(), shift.thereMicros()),
                shift.rest() ? 1 : 0);
    }

    /// In what a row's two entries differ, or in which journal its only one is; empty when they are alike.
    static String difference(JournalPair.Pair pair) {
        Entry left = pair.left();
        Entry right = pair.right();
        if (pair.alike()) {
            return "";
        }
        if (left == null || right == null) {
            return Texts.text(left == null ? "recoveryView.pair.onlyThere" : "recoveryView.pair.onlyHere");
        }
        List<String> fields = new ArrayList<>();
        differs("address", left.address(), right.address(), fields);
        differs("value", left.valueJson(), right.valueJson(), fields);
        differs("revision", left.revision(), right.revision(), fields);
        differs("author", left.author(), right.author(), fields);
        if (left.timestampMicros() != right.timestampMicros()) {
            fields.add(Texts.text(
                    "recoveryView.pair.timeThere",
                    DurationText.exactStep(left.timestampMicros(), right.timestampMicros())));
        }
        differs("signalType", left.signalType(), right.signalType(), fields);
        differs("msgType", left.msgType(), right.msgType(), fields);
        return String.join(", ", fields);
    }

    private static void differs(String field, @Nullable Object one, @Nullable Object other, List<String> fields) {
        if (!Objects.equals(one, other)) {
            fields.add(Texts.text("recoveryView.field." + field));
        }
    }
}
