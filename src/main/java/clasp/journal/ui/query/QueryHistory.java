package clasp.journal.ui.query;

import clasp.journal.query.Query;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The queries of a tab one after the other, to go back and forward in as in a browser. What stood only for a moment
/// while somebody typed is replaced by what came of it. Confined to the FX thread.
final class QueryHistory {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int MOST = 200;

    private final List<Query> queries = new ArrayList<>();
    private final Debounce settling;
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private int present;
    private boolean passing;

    QueryHistory(Query first, Later later) {
        queries.add(first);
        settling = new Debounce(later, MOMENT, this::settle);
    }

    ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /// A query is in force; the present one again changes nothing.
    ///
    /// @param typing whether it may be a step on the way to another one
    void add(Query query, boolean typing) {
        if (query.equals(queries.get(present))) {
            return;
        }
        queries.subList(present + 1, queries.size()).clear();
        if (typing && passing) {
            queries.removeLast();
        }
        boolean whereItWas = queries.getLast().equals(query);
        if (!whereItWas) {
            queries.add(query);
        }
        if (queries.size() > MOST) {
            queries.removeFirst();
        }
        present = queries.size() - 1;
        passing = typing && !whereItWas;
        settling.touch();
        update();
    }

    /// The present query is meant to stay.
    void settle() {
        settling.cancel();
        passing = false;
    }

    /// Goes one query back, if there is one; answers the one in force then.
    Query back() {
        return move(-1);
    }

    /// Goes one query forward, if there is one; answers the one in force then.
    Query forward() {
        return move(1);
    }

    private Query move(int step) {
        settle();
        present = Math.clamp(present + step, 0, queries.size() - 1);
        update();
        return queries.get(present);
    }

    private void update() {
        canGoBack.set(present > 0);
        canGoForward.set(present < queries.size() - 1);
    }
}
