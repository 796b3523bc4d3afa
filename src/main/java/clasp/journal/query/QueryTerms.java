package clasp.journal.query;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Clause.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one condition of a filter's text: `type:param`, `value>0.5`, an address pattern, a text. Confined to one call.
final class QueryTerms {
    private final String text;
    private final QueryScanner scanner;
    private final List<QueryProblem> problems;

    QueryTerms(String text, QueryScanner scanner, List<QueryProblem> problems) {
        this.text = text;
        this.scanner = scanner;
        this.problems = problems;
    }

    Clause term() {
        int start = scanner.index();
        if (scanner.at('"')) {
            return plain(start, scanner.operand(false));
        }
        String name = scanner.letters();
        String sign = QueryKey.signAt(text, scanner.index());
        @Nullable QueryKey key = QueryKey.of(name).orElse(null);
        if (key != null && !sign.isEmpty()) {
            return keyed(key, sign, start);
        }
        scanner.moveTo(start);
        String word = scanner.word(false);
        boolean pattern = word.indexOf('/') >= 0 || (!word.isEmpty() && "*!{[?".indexOf(word.charAt(0)) >= 0);
        if (pattern) {
            return pattern(start, start, word);
        }
        if (!name.isEmpty() && !sign.isEmpty()) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.condition", name + sign), start);
        }
        return plain(start, word);
    }

    private Clause plain(int start, String sought) {
        scanner.token(Token.Kind.TEXT, start);
        return clause(start, Kind.OTHER, new Filter.Text(new TextSearch(sought)));
    }

    private Clause pattern(int start, int operand, String pattern) {
        scanner.token(Token.Kind.PATTERN, operand);
        AddressPattern address = AddressPattern.of(pattern);
        address.problem().ifPresent(message -> problems.add(new QueryProblem(message, operand, scanner.index())));
        return clause(start, Kind.PATTERN, new Filter.Address(address));
    }

    private Clause clause(int start, Kind kind, Filter filter) {
        return new Clause(start, scanner.index(), kind, filter, null);
    }

    private Clause keyed(QueryKey key, String sign, int start) {
        int afterName = scanner.index();
        scanner.moveTo(afterName + sign.length());
        scanner.token(Token.Kind.KEY, start);
        if (!key.takes(sign)) {
            throw new QuerySyntaxException(
                    CoreTexts.text("query.refused.sign", key.text(), sign, key.example()), afterName);
        }
        int operand = scanner.index();
        if (scanner.atEnd() || QueryScanner.isSpace(text.charAt(operand)) || scanner.at(')')) {
            throw new QuerySyntaxException(
                    CoreTexts.text("query.refused.nothingFollows", key.text() + sign, key.example()), operand);
        }
        return switch (key) {
            case ADDR -> pattern(start, operand, scanner.operand(false));
            case TYPE -> operands(start, Kind.TYPES, new Filter.Signal(Set.copyOf(new HashSet<>(items(key)))));
            case AUTHOR -> operands(start, Kind.OTHER, new Filter.Author(new TextPattern(scanner.operand(false))));
            case MSG -> operands(start, Kind.OTHER, new Filter.Message(codes(key)));
            case VALUE -> operands(start, Kind.OTHER, new Filter.Value(ValueOperand.read(sign, scanner)));
            case REV -> operands(start, Kind.OTHER, RevisionOperand.filter(sign, operand, scanner.operand(false)));
            case SEQ -> operands(start, Kind.OTHER, new Filter.Seq(SeqOperand.range(operand, scanner.operand(false))));
            case FROM, TO -> bound(key == QueryKey.FROM, start, operand);
        };
    }

    private Clause operands(int start, Kind kind, Filter filter) {
        int operand = scanner.lastTokenEnd();
        scanner.token(Token.Kind.OPERAND, operand);
        return clause(start, kind, filter);
    }

    private List<String> items(QueryKey key) {
        List<String> items = new ArrayList<>();
        do {
            if (!items.isEmpty()) {
                scanner.moveTo(scanner.index() + 1);
            }
            int start = scanner.index();
            boolean quoted = scanner.at('"');
            String item = scanner.operand(true);
            if (item.isEmpty() && !quoted) {
                throw new QuerySyntaxException(CoreTexts.text("query.refused.item", key.example()), start);
            }
            items.add(item);
        } while (scanner.at(','));
        return items;
    }

    private Set<Long> codes(QueryKey key) {
        int start = scanner.index();
        Set<Long> codes = new HashSet<>();
        for (String item : items(key)) {
            codes.add(MessageCode.parse(item)
                    .orElseThrow(() -> new QuerySyntaxException(CoreTexts.text("query.refused.message", item), start)));
        }
        return codes;
    }

    private Clause bound(boolean from, int start, int operand) {
        String written = scanner.operand(false);
        scanner.token(Token.Kind.OPERAND, operand);
        TimeBound bound = TimeOperand.bound(from, start, operand, written);
        Filter alone = bound.relative() ? Filter.ALL : new Filter.Time(TimeBounds.range(List.of(bound)));
        return new Clause(start, scanner.index(), Kind.TIME, alone, bound);
    }

    /// Reads the seqs of `seq:`.
    private static final class SeqOperand {
        static SeqRange range(int place, String written) {
            int dots = written.indexOf("..");
            long first = dots == 0 ? Long.MIN_VALUE : seq(place, dots < 0 ? written : written.substring(0, dots));
            String end = dots < 0 ? written : written.substring(dots + 2);
            long last = dots >= 0 && end.isEmpty() ? Long.MAX_VALUE : seq(place, end);
            if (first > last) {
                throw new QuerySyntaxException(CoreTexts.text("query.refused.seqOrder"), place);
            }
            return new SeqRange(first, last);
        }

        private static long seq(int place, String digits) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException noSeq) {
                throw new QuerySyntaxException(CoreTexts.text("query.refused.seq", digits), place);
            }
        }
    }

    /// Reads what `rev` is compared with.
    private static final class RevisionOperand {
        static Filter filter(String sign, int place, String written) {
            boolean equal = sign.equals("=");
            String word = written.toLowerCase(Locale.ROOT);
            if ((word.equals("none") || word.equals("any")) && (equal || sign.equals("!="))) {
                return new Filter.HasRevision(word.equals("any") == equal);
            }
            try {
                return new Filter.Revision(Comparison.ofSign(sign), Long.parseUnsignedLong(written));
            } catch (NumberFormatException noRevision) {
                throw new QuerySyntaxException(CoreTexts.text("query.refused.revision", written), place);
            }
        }
    }
}
