package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a text of many entries apart, strictly: whatever is not exactly as written here makes it give up, since a
/// field may hold the characters that separate fields. An entry is `seq timestamp author address signal_type value
/// revision msg_type`, with [#FIELD_END] between the fields; a revision ends in [#SOME], none is [#NONE], so that it is
/// no number that could be taken for another field. Used by one thread.
final class BlockText {
    static final char FIELD_END = '\u001F';
    static final char ENTRY_END = '\u001E';
    static final char SOME = 'r';
    static final char NONE = 'n';

    private static final int NOT_FOUND = -1;
    private static final char BAD_UTF_8 = '\uFFFD';

    private final String text;
    private int at;
    private boolean broken;
    private String lastAuthor = "";
    private String lastSignalType = "";

    BlockText(String text) {
        this.text = text;
    }

    /// Null when the text is not one of so many entries.
    @Nullable
    List<Entry> entries(int count) {
        if (text.indexOf(BAD_UTF_8) >= 0) {
            return null;
        }
        List<Entry> entries = new ArrayList<>(count);
        while (!broken && entries.size() < count) {
            entries.add(entry());
        }
        return broken || at != text.length() + 1 ? null : entries;
    }

    private Entry entry() {
        long seq = number(FIELD_END);
        long timestamp = number(FIELD_END);
        lastAuthor = again(lastAuthor);
        String address = field();
        lastSignalType = again(lastSignalType);
        String value = field();
        Long revision = revision();
        long msgType = number(ENTRY_END);
        return new Entry(seq, timestamp, lastAuthor, address, lastSignalType, value, revision, msgType);
    }

    /// The next field, as the same object as the one before it when it is the same text.
    private String again(String before) {
        int end = at + before.length();
        if (end < text.length() && text.charAt(end) == FIELD_END && text.startsWith(before, at)) {
            at = end + 1;
            return before;
        }
        return field();
    }

    private String field() {
        int end = text.indexOf(FIELD_END, at);
        if (end == NOT_FOUND) {
            broken = true;
            return "";
        }
        String field = text.substring(at, end);
        at = end + 1;
        return field;
    }

    private @Nullable Long revision() {
        if (at < text.length() && text.charAt(at) == NONE) {
            at++;
            expect(FIELD_END);
            return null;
        }
        long revision = number(SOME);
        expect(FIELD_END);
        return revision;
    }

    /// A signed number of 64 bits, followed by this character or by the end of the text.
    private long number(char end) {
        int begin = at;
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative) {
            at++;
        }
        // Negative all along, because there is one negative number more.
        long number = 0;
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 - (text.charAt(at++) - '0');
        }
        // Ten to the 18th fits for certain; what is longer is read with care.
        if (at - digits > 18) {
            number = exactly(begin, negative);
        }
        broken |= at == digits;
        expect(end);
        return negative ? number : -number;
    }

    private long exactly(int begin, boolean negative) {
        try {
            long number = Long.parseLong(text, begin, at, 10);
            return negative ? number : -number;
        } catch (NumberFormatException tooLong) {
            broken = true;
            return 0;
        }
    }

    /// The end of the text is as good as the end of an entry.
    private void expect(char character) {
        boolean ended = at == text.length() && character == ENTRY_END;
        broken |= !ended && (at >= text.length() || text.charAt(at) != character);
        at++;
    }
}
