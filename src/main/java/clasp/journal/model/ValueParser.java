package clasp.journal.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds a [Value] from a stream of tokens, without recursion. Confined to one call of [#parse].
final class ValueParser {
    private final String json;
    private final JsonParser parser;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Value whole;

    private ValueParser(String json, JsonParser parser) {
        this.json = json;
        this.parser = parser;
    }

    static Value parse(String json) {
        try (JsonParser parser = JsonText.parser(json)) {
            return new ValueParser(json, parser).run();
        } catch (JsonProcessingException e) {
            throw JsonComplaint.about(e, json);
        } catch (IOException e) {
            throw new AssertionError("A string cannot fail to be read", e);
        }
    }

    private Value run() throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null) {
            if (whole != null) {
                throw new ValueSyntaxException(CoreTexts.text("json.more"), tokenStart());
            }
            take(token);
            token = parser.nextToken();
        }
        if (whole == null) {
            throw new ValueSyntaxException(CoreTexts.text("json.empty"), json.length());
        }
        return whole;
    }

    private void take(JsonToken token) throws IOException {
        switch (token) {
            case START_ARRAY -> descend(new OpenArray());
            case START_OBJECT -> descend(new OpenMap());
            case END_ARRAY, END_OBJECT -> add(open.pop().close());
            case FIELD_NAME -> ((OpenMap) open.element()).key = parser.currentName();
            case VALUE_NULL -> add(new Value.Null());
            case VALUE_TRUE -> add(new Value.Bool(true));
            case VALUE_FALSE -> add(new Value.Bool(false));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(new Value.Num(parser.getText()));
            case VALUE_STRING -> add(new Value.Text(parser.getText()));
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new AssertionError("JSON text has no token " + token);
        }
    }

    private void descend(Open container) {
        if (open.size() == Value.MAX_DEPTH) {
            throw new ValueSyntaxException(
                    CoreTexts.text("json.deep", Integer.toString(Value.MAX_DEPTH)), tokenStart());
        }
        open.push(container);
    }

    private void add(Value value) {
        Open parent = open.peek();
        if (parent == null) {
            whole = value;
        } else {
            parent.add(value);
        }
    }

    private int tokenStart() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /// An array or map of which not all has been read.
    private sealed interface Open {
        void add(Value value);

        Value close();
    }

    private static final class OpenArray implements Open {
        private final List<Value> items = new ArrayList<>();

        @Override
        public void add(Value value) {
            items.add(value);
        }

        @Override
        public Value close() {
            return new Value.Array(items);
        }
    }

    private static final class OpenMap implements Open {
        private final List<Value.Member> members = new ArrayList<>();
        private String key = "";

        @Override
        public void add(Value value) {
            members.add(new Value.Member(key, value));
        }

        @Override
        public Value close() {
            return new Value.Map(members);
        }
    }
}
