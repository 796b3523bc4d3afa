package clasp.journal.model;

import java.util.List;
import java.util.Optional;

/// The parsed form of a value's JSON text. Nothing of the text's meaning is lost: numbers keep their text (`1` and
/// `1.0` differ, no digit is dropped), members keep their order, and duplicate keys are all there. Immutable.
public sealed interface Value {
    /// How deep arrays and maps may be nested. CLASP itself reads no deeper than [ClaspReading#MAX_DEPTH].
    int MAX_DEPTH = 1_000;

    /// @throws ValueSyntaxException when the text is not exactly one JSON value, or nested deeper than [#MAX_DEPTH]
    static Value parse(String json) {
        return ValueParser.parse(json);
    }

    /// The value as JSON without spaces; the text that was parsed, but for spaces and the way that strings are escaped.
    default String json() {
        return ValueWriter.write(this);
    }

    /// `null`; also what CLASP writes for NaN and the infinities.
    record Null() implements Value {}

    record Bool(boolean value) implements Value {}

    /// A number as it is written.
    record Num(String text) implements Value {
        /// Whether it is written without a fraction and without an exponent: CLASP's Int rather than its Float.
        public boolean isInteger() {
            return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        }
    }

    /// A string, its escapes resolved.
    record Text(String value) implements Value {}

    /// Comparing and printing go by the text, since values may be nested deeper than a thread's stack could follow.
    record Array(List<Value> items) implements Value {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Array that && json().equals(that.json());
        }

        @Override
        public int hashCode() {
            return json().hashCode();
        }

        @Override
        public String toString() {
            return json();
        }
    }

    /// Compared and printed like an array; the order of members counts.
    record Map(List<Member> members) implements Value {
        public Map {
            members = List.copyOf(members);
        }

        /// The value of the first member with this key.
        public Optional<Value> first(String key) {
            return members.stream()
                    .filter(member -> member.key().equals(key))
                    .map(Member::value)
                    .findFirst();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Map that && json().equals(that.json());
        }

        @Override
        public int hashCode() {
            return json().hashCode();
        }

        @Override
        public String toString() {
            return json();
        }
    }

    /// One entry of a map.
    record Member(String key, Value value) {
        @Override
        public String toString() {
            return key + ':' + value.json();
        }
    }
}
