package clasp.journal.query;

import java.util.ArrayList;
import java.util.List;

/// A filter's text taken apart into the conditions that are joined by AND at its top, with all that stands around
/// them, so that one of them can be changed and the rest stays as written. Confined to one call.
final class QueryText {
    /// The conditions' texts.
    private final List<String> parts = new ArrayList<>();

    private final List<Clause.Kind> kinds = new ArrayList<>();

    /// What stands before each condition.
    private final List<String> gaps = new ArrayList<>();

    private String end = "";

    static QueryText of(String text, ParsedQuery parsed) {
        QueryText result = new QueryText();
        List<Clause> clauses = parsed.clauses();
        if (clauses == null) {
            result.add(Clause.Kind.OTHER, "(" + text.strip() + ")", "");
            return result;
        }
        int done = 0;
        for (Clause clause : clauses) {
            result.add(
                    clause.kind(), text.substring(clause.start(), clause.end()), text.substring(done, clause.start()));
            done = clause.end();
        }
        result.end = clauses.isEmpty() ? "" : text.substring(done);
        return result;
    }

    private void add(Clause.Kind kind, String part, String gap) {
        kinds.add(kind);
        parts.add(part);
        gaps.add(gap);
    }

    /// Puts the text where the first condition of this kind stands, at `otherwise` when there is none, and removes the
    /// others of the kind; an empty text removes them all.
    void replace(Clause.Kind kind, String text, int otherwise) {
        int place = kinds.indexOf(kind);
        boolean present = place >= 0;
        if (!text.isEmpty() && present) {
            parts.set(place, text);
            removeAfter(place, kind);
        } else if (!text.isEmpty()) {
            insert(Math.min(otherwise, parts.size()), kind, text);
        } else {
            removeAfter(-1, kind);
        }
    }

    void append(String text) {
        insert(parts.size(), Clause.Kind.OTHER, text);
    }

    private void insert(int place, Clause.Kind kind, String text) {
        boolean first = place == 0;
        if (first && !parts.isEmpty()) {
            gaps.set(0, gaps.getFirst() + " ");
        }
        kinds.add(place, kind);
        parts.add(place, text);
        gaps.add(place, first ? "" : " ");
    }

    /// Removes the conditions of this kind after `place`, each with what joins it to the one before.
    private void removeAfter(int place, Clause.Kind kind) {
        for (int index = parts.size() - 1; index > place; index--) {
            if (kinds.get(index) == kind) {
                String gap = gaps.get(index);
                kinds.remove(index);
                parts.remove(index);
                gaps.remove(index);
                if (index == 0 && !gaps.isEmpty()) {
                    gaps.set(0, gap);
                }
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < parts.size(); index++) {
            boolean unspaced = index > 0 && gaps.get(index).isEmpty();
            text.append(unspaced ? " " : gaps.get(index)).append(parts.get(index));
        }
        return parts.isEmpty() ? "" : text.append(end).toString();
    }
}
