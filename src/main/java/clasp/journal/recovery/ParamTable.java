package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The params of a recovery under way, by address. Confined to one thread.
final class ParamTable {
    private final RecoveryRule rule;
    private final Map<String, RecoveredParam> byAddress = new LinkedHashMap<>();
    private long taken;

    ParamTable(RecoveryRule rule) {
        this.rule = rule;
    }

    /// Begins with a snapshot's params. Of an address that it has twice, the last counts as documented; a
    /// router applies each as an update, and so takes the last only if that carries revision 1.
    void load(List<Param> snapshot) {
        for (Param param : snapshot) {
            var first = new RecoveredParam(rule.fromSnapshot(param), RecoveredParam.FROM_SNAPSHOT);
            switch (rule) {
                case DOCUMENTED -> byAddress.put(param.address(), first);
                case CLASP_ROUTER ->
                    byAddress.merge(param.address(), first, (before, again) -> update(before, again, param));
            }
        }
    }

    private static RecoveredParam update(RecoveredParam before, RecoveredParam again, Param stored) {
        long expected = before.param().revision();
        if (stored.revision() != expected) {
            return before;
        }
        Param read = again.param();
        return new RecoveredParam(
                new Param(read.address(), read.valueJson(), expected + 1, read.writer(), read.timestampMicros()),
                RecoveredParam.FROM_SNAPSHOT);
    }

    Fate apply(Entry entry) {
        Fate fate = rule.fate(entry, byAddress.get(entry.address()));
        if (fate instanceof Fate.Change change) {
            byAddress.put(entry.address(), change.after());
            taken++;
        }
        return fate;
    }

    List<RecoveredParam> params() {
        return List.copyOf(byAddress.values());
    }

    long taken() {
        return taken;
    }
}
