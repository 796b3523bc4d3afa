package clasp.journal.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import clasp.journal.model.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a text of many entries apart, strictly: whatever is not exactly as written here makes it give up, since a
/// field may hold the characters that separate fields. An entry is `seq timestamp author address signal_type value
/// revision msg_type`, with [#FIELD_END] between the fields; a revision ends in [#SOME], none is [#NONE], so that it is
/// no number that could be taken for another field. Used by one thread.
final class BlockText {
    static final byte FIELD_END = 0x1F;
    static final byte ENTRY_END = 0x1E;
    static final byte SOME = 'r';
    static final byte NONE = 'n';

    private static final char BAD_UTF_8 = '\uFFFD';

    private final byte[] text;
    private int at;
    private boolean broken;
    private Field author = Field.EMPTY;
    private Field signalType = Field.EMPTY;

    /// @param text UTF-8
    BlockText(byte[] text) {
        this.text = text;
    }

    private record Field(int begin, int end, String text) {
        static final Field EMPTY = new Field(0, 0, "");
    }

    /// Null when the text is not one of so many entries.
    @Nullable
    List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>(count);
        while (!broken && entries.size() < count) {
            entries.add(entry());
        }
        return broken || at != text.length + 1 ? null : entries;
    }

    private Entry entry() {
        long seq = number(FIELD_END);
        long timestamp = number(FIELD_END);
        author = field(author);
        String address = field(Field.EMPTY).text();
        signalType = field(signalType);
        String value = field(Field.EMPTY).text();
        Long revision = revision();
        long msgType = number(ENTRY_END);
        return new Entry(seq, timestamp, author.text(), address, signalType.text(), value, revision, msgType);
    }

    /// @param before whose text is used again, as the same object, when it is the same
    private Field field(Field before) {
        int begin = at;
        int end = begin + before.end() - before.begin();
        if (end < text.length
                && text[end] == FIELD_END
                && Arrays.equals(text, begin, end, text, before.begin(), before.end())) {
            at = end + 1;
            return before;
        }
        end = begin;
        while (end < text.length && text[end] != FIELD_END) {
            end++;
        }
        if (end >= text.length) {
            broken = true;
            return before;
        }
        at = end + 1;
        String field = new String(text, begin, end - begin, UTF_8);
        // Fewer characters than bytes only when some of them take several.
        broken |= field.length() < end - begin && field.indexOf(BAD_UTF_8) >= 0;
        return new Field(begin, end, field);
    }

    private @Nullable Long revision() {
        if (at < text.length && text[at] == NONE) {
            at++;
            expect(FIELD_END);
            return null;
        }
        long revision = number(SOME);
        expect(FIELD_END);
        return revision;
    }

    /// A signed number of 64 bits, followed by this character or by the end of the text.
    private long number(byte end) {
        boolean negative = at < text.length && text[at] == '-';
        if (negative) {
            at++;
        }
        int begin = at;
        // Negative all along, because there is one negative number more.
        long number = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            long digit = text[at++] - '0';
            broken |= number < (Long.MIN_VALUE + digit) / 10;
            number = number * 10 - digit;
        }
        broken |= at == begin || !negative && number == Long.MIN_VALUE;
        expect(end);
        return negative ? number : -number;
    }

    /// The end of the text is as good as the end of an entry.
    private void expect(byte character) {
        boolean ended = at == text.length && character == ENTRY_END;
        broken |= !ended && (at >= text.length || text[at] != character);
        at++;
    }
}
