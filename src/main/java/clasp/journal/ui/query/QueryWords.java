package clasp.journal.ui.query;

import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.DayText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// What the controls say about a query, short enough for a button. Thread-safe.
final class QueryWords {
    private static final int MOST_TYPES = 2;
    private static final int MINUTE = "07:20".length();
    private static final long TEN_SECONDS = 10_000_000;
    private static final long TEN_MILLIS = 10_000;

    private QueryWords() {}

    /// `any address`, `/lumen/**`, or `in the text`.
    static String pattern(QueryFacts facts) {
        return facts.patternInText()
                ? Texts.text("query.inText")
                : facts.pattern().orElseGet(() -> Texts.text("query.pattern.all"));
    }

    /// `all types`, `param, event`, `3 types`, or `in the text`.
    static String types(QueryFacts facts) {
        if (facts.typesInText()) {
            return Texts.text("query.inText");
        }
        Set<String> types = facts.types();
        if (types.isEmpty()) {
            return Texts.text("query.types.all");
        }
        return types.size() > MOST_TYPES
                ? Texts.text("query.types.many", types.size())
                : String.join(", ", inOrder(types));
    }

    /// The types that CLASP knows as it lists them, then the others.
    static List<String> inOrder(Set<String> types) {
        List<String> known =
                Arrays.stream(SignalType.values()).map(SignalType::text).toList();
        return types.stream()
                .sorted(Comparator.comparing((String type) -> known.contains(type) ? known.indexOf(type) : known.size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// `all time`, `from 02-21 07:20:11`, `07:20:11.034 – 07:20:12.001`, or `in the text`. The digits are those that
    /// tell the ends apart; all of them stand in the text.
    static String time(QueryFacts facts, Moments moments) {
        TimeRange range = facts.time();
        if (facts.timeInText()) {
            return Texts.text("query.inText");
        }
        if (range.isAll()) {
            return Texts.text("query.time.all");
        }
        TimeText text = moments.text();
        if (range.toMicros() == -1L) {
            return Texts.text("query.time.since", moment(range.fromMicros(), text));
        }
        if (range.fromMicros() == 0) {
            return Texts.text("query.time.until", moment(range.toMicros(), text));
        }
        long length = range.toMicros() - range.fromMicros();
        int cut = Long.compareUnsigned(length, TEN_MILLIS) < 0
                ? 6
                : Long.compareUnsigned(length, TEN_SECONDS) < 0 ? 3 : 0;
        boolean sameDay = text.day(range.fromMicros()).equals(text.day(range.toMicros()));
        return Texts.text(
                "query.time.between",
                sameDay ? clock(range.fromMicros(), text, cut) : minute(range.fromMicros(), text),
                sameDay ? clock(range.toMicros(), text, cut) : minute(range.toMicros(), text));
    }

    /// The range with every digit: `2024-02-21 07:20:00.000250 – open`.
    static String exactly(TimeRange range, Moments moments) {
        return Texts.text(
                "query.time.between",
                range.fromMicros() == 0 ? Texts.text("query.time.open.from") : moments.print(range.fromMicros()),
                range.toMicros() == -1L ? Texts.text("query.time.open.to") : moments.print(range.toMicros()));
    }

    private static String moment(long micros, TimeText text) {
        return day(micros, text) + " " + clock(micros, text, 0);
    }

    private static String minute(long micros, TimeText text) {
        return day(micros, text) + " " + text.clock(micros).substring(0, MINUTE);
    }

    private static String day(long micros, TimeText text) {
        return text.day(micros).map(DayText.MONTH_AND_DAY::of).orElse("");
    }

    private static String clock(long micros, TimeText text, int decimals) {
        String clock = text.clock(micros);
        int point = clock.indexOf('.');
        return decimals == 0 ? clock.substring(0, point) : clock.substring(0, point + 1 + decimals);
    }
}
