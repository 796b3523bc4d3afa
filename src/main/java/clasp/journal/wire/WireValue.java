package clasp.journal.wire;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A value as the wire has it: unlike JSON text it tells the widths of numbers and bytes from arrays. Immutable.
public sealed interface WireValue {
    /// How deep arrays and maps may be nested, in every form that is read or written.
    int MAX_DEPTH = 256;

    /// The value as a journal stores it: JSON without spaces, as CLASP writes it. NaN and the infinities become
    /// `null`, bytes an array of numbers.
    default String json() {
        return WireJson.text(this);
    }

    /// The value that CLASP reads from JSON text: integers as i64, or as a float where they do not fit; other
    /// numbers as f64. Of repeated keys the last one counts.
    ///
    /// @throws MessageSyntaxException when the text is not exactly one JSON value, or nested deeper than
    /// [#MAX_DEPTH]
    static WireValue ofJson(String json) {
        return JsonValues.value(WireJson.tree(json));
    }

    record Null() implements WireValue {
        @Override
        public String json() {
            return "null";
        }
    }

    record Bool(boolean value) implements WireValue {
        @Override
        public String json() {
            return Boolean.toString(value);
        }
    }

    /// @param width what it was, or is to be, written in; a value that does not fit cannot be made
    record Int(Width width, long value) implements WireValue {
        public Int {
            if (!width.holds(value)) {
                throw new IllegalArgumentException(value + " does not fit " + width);
            }
        }

        @Override
        public String json() {
            return Long.toString(value);
        }

        /// As CLASP writes integers.
        public static Int of(long value) {
            return new Int(Width.I64, value);
        }
    }

    /// A float. Two NaNs are equal, 0.0 and -0.0 are not.
    ///
    /// @param single whether it was, or is to be, written in 32 bits, to which the value is rounded
    record Real(boolean single, double value) implements WireValue {
        public Real {
            value = single ? (float) value : value;
        }

        /// As CLASP writes floats.
        public static Real of(double value) {
            return new Real(false, value);
        }
    }

    record Text(String value) implements WireValue {}

    /// Up to 65,535 bytes. Whoever makes one leaves the array alone afterwards.
    @SuppressWarnings("ArrayRecordComponent") // compared and printed by content below
    record Bytes(byte[] value) implements WireValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "Bytes[" + HexFormat.of().formatHex(value) + "]";
        }
    }

    record Array(List<WireValue> items) implements WireValue {
        public Array {
            items = List.copyOf(items);
        }
    }

    /// Members in the order of the wire; repeated keys are all there.
    record Map(List<Member> members) implements WireValue {
        public Map {
            members = List.copyOf(members);
        }
    }

    record Member(String key, WireValue value) {}

    /// How many bits an integer is written in.
    enum Width {
        I8(8),
        I16(16),
        I32(32),
        I64(64);

        private final int bits;

        Width(int bits) {
            this.bits = bits;
        }

        boolean holds(long value) {
            int unused = Long.SIZE - bits;
            return value << unused >> unused == value;
        }
    }
}
