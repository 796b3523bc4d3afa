package clasp.journal.query;

import java.math.BigDecimal;
import java.util.Set;

/// A condition on the stored text of a value. Numbers compare exactly, never through a double; spaces around the stored
/// text do not count. Immutable.
public sealed interface ValueTest {
    boolean matches(String valueJson);

    /// The condition that a value is like this stored one: the same number, string, `true`, `false` or `null`; for
    /// other values, that their text contains this text.
    static ValueTest like(String valueJson) {
        String stored = valueJson.strip();
        if (ExactNumber.isNumber(stored) && stored.length() <= ExactNumber.MAX_CHARS) {
            try {
                return new Number(Comparison.EQUAL, new BigDecimal(stored));
            } catch (NumberFormatException farExponent) {
                return new Contains(new TextSearch(stored));
            }
        }
        return StoredText.isString(stored) || Same.NAMES.contains(stored)
                ? new Same(true, stored)
                : new Contains(new TextSearch(stored));
    }

    /// The value is a JSON number that compares so with this one; `1`, `1.0` and `1e0` are the same number. A value
    /// that is no number never matches, not even with [Comparison#NOT_EQUAL].
    final class Number implements ValueTest {
        private final Comparison comparison;
        private final BigDecimal number;
        private final ExactNumber exact;

        public Number(Comparison comparison, BigDecimal number) {
            this.comparison = comparison;
            this.number = number;
            this.exact = new ExactNumber(number);
        }

        public Comparison comparison() {
            return comparison;
        }

        public BigDecimal number() {
            return number;
        }

        @Override
        public boolean matches(String valueJson) {
            int compared = exact.compareStored(valueJson);
            return compared != ExactNumber.NO_NUMBER && comparison.holds(compared);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Number that && that.comparison == comparison && that.number.equals(number);
        }

        @Override
        public int hashCode() {
            return 31 * comparison.hashCode() + number.hashCode();
        }

        @Override
        public String toString() {
            return "Number[" + comparison.sign() + number + "]";
        }
    }

    /// The value is (or is anything but) this JSON literal: a string, `true`, `false` or `null`. Strings are the same
    /// when their content is, however it is escaped.
    ///
    /// @param json a string in its shortest form once constructed
    record Same(boolean equal, String json) implements ValueTest {
        private static final Set<String> NAMES = Set.of("true", "false", "null");

        /// @throws IllegalArgumentException when the text is none of these literals
        public Same {
            if (StoredText.isString(json)) {
                json = StoredText.quote(StoredText.content(json));
            } else if (!NAMES.contains(json)) {
                throw new IllegalArgumentException("No string, true, false or null: " + json);
            }
        }

        @Override
        public boolean matches(String valueJson) {
            return StoredText.same(valueJson, json) == equal;
        }
    }

    /// The text occurs in the stored text of the value, or in the content of the string that it is.
    record Contains(TextSearch search) implements ValueTest {
        @Override
        public boolean matches(String valueJson) {
            return search.in(valueJson)
                    || (valueJson.indexOf('\\') >= 0
                            && StoredText.isString(valueJson)
                            && search.in(StoredText.content(valueJson)));
        }
    }
}
