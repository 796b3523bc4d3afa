package clasp.journal.ui.export;

import clasp.journal.query.Filter;
import clasp.journal.query.Query;

/// Which entries are exported.
enum Scope {
    MATCHES,
    EVERYTHING;

    Filter filter(Query query) {
        return switch (this) {
            case MATCHES -> query.filter();
            case EVERYTHING -> Filter.ALL;
        };
    }
}
