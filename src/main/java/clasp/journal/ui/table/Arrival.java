package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.ui.fx.Texts;

/// Says where going to a typed place has led when no row is there.
final class Arrival {
    private Arrival() {}

    /// @param at the entry that was gone to, one of the rows
    /// @return empty when there is nothing to say
    static String sentence(GoToTarget target, String typed, RowWindow rows, Entry at) {
        int apart = switch (target) {
            case GoToTarget.Seq(long seq) -> Long.compare(at.seq(), seq);
            case GoToTarget.Time(long micros) -> Long.compareUnsigned(at.timestampMicros(), micros);
            case GoToTarget.Unclear _ -> 0;
        };
        int row = rows.indexOf(at.seq());
        if (apart > 0 && row >= 0 && rows.get(row).pastDamage()) {
            return Texts.text("table.goTo.damaged", typed);
        }
        if (apart < 0 && row == rows.size() - 1) {
            return Texts.text(rows.endReached() ? "table.goTo.last" : "table.goTo.lastDamaged", typed);
        }
        if (apart > 0 && rows.startReached() && row == 0) {
            return Texts.text("table.goTo.first", typed);
        }
        // Hardly any time is exactly an entry's.
        return apart > 0 && target instanceof GoToTarget.Seq ? Texts.text("table.goTo.next", typed) : "";
    }
}
