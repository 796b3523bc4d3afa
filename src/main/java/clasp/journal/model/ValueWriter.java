package clasp.journal.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Writes a [Value] as JSON without spaces, without recursion. Confined to one call of [#write].
final class ValueWriter {
    private final StringBuilder to = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();

    private ValueWriter() {}

    static String write(Value value) {
        ValueWriter writer = new ValueWriter();
        writer.begin(value);
        while (!writer.open.isEmpty()) {
            writer.goOn(writer.open.element());
        }
        return writer.to.toString();
    }

    private void begin(Value value) {
        switch (value) {
            case Value.Null() -> to.append("null");
            case Value.Bool(boolean bool) -> to.append(bool);
            case Value.Num(String text) -> to.append(text);
            case Value.Text(String text) -> JsonText.quote(text, to);
            case Value.Array array -> {
                to.append('[');
                open.push(new Open(unnamed(array.items()), ']'));
            }
            case Value.Map map -> {
                to.append('{');
                open.push(new Open(map.members().iterator(), '}'));
            }
        }
    }

    private void goOn(Open container) {
        if (!container.rest.hasNext()) {
            to.append(container.closing);
            open.pop();
            return;
        }
        if (container.begun) {
            to.append(',');
        }
        container.begun = true;
        Value.Member next = container.rest.next();
        if (container.closing == '}') {
            JsonText.quote(next.key(), to);
            to.append(':');
        }
        begin(next.value());
    }

    private static Iterator<Value.Member> unnamed(List<Value> items) {
        return items.stream().map(item -> new Value.Member("", item)).iterator();
    }

    /// An array or map of which not all has been written.
    private static final class Open {
        private final Iterator<Value.Member> rest;
        private final char closing;
        private boolean begun;

        Open(Iterator<Value.Member> rest, char closing) {
            this.rest = rest;
            this.closing = closing;
        }
    }
}
