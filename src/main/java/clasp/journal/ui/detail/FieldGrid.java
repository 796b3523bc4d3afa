package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The fields of the entry, each with its name, in one column or in two, as there is room; where there is little, only
/// those that stand nowhere else. Confined to the FX thread.
final class FieldGrid extends GridPane {
    private static final double ROOM_FOR_TWO = 460;
    private static final int MAX_TEXT = 500;
    private static final int LONG_TEXT = 30;

    /// The header says them, or another field does.
    private static final Set<String> SAID_ELSEWHERE = Set.of("seq", "utc", "micros", "signal", "size");

    private record Field(String key, Label name, TextField value) {}

    private final List<Field> fields = new ArrayList<>();
    private int columns;
    private boolean brief;

    FieldGrid() {
        getStyleClass().add("fields");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    void show(EntryDetail detail, TimeText times) {
        Entry entry = detail.entry();
        long micros = entry.timestampMicros();
        Long revision = entry.revision();
        fields.clear();
        add("seq", Long.toString(entry.seq()));
        add("time", times.display() == TimeDisplay.RAW ? times.full(micros) : withUnit(times, micros));
        if (times.display() != TimeDisplay.UTC) {
            TimeText utc = TimeText.of(TimeDisplay.UTC, 0);
            add("utc", utc.full(micros));
        }
        add("micros", Texts.text("detail.micros", Long.toUnsignedString(micros)));
        add("author", LineText.of(entry.author(), MAX_TEXT));
        add("signal", LineText.of(entry.signalType(), MAX_TEXT));
        add("message", message(entry.msgType()));
        add("revision", revision == null ? Texts.text("detail.none") : Long.toUnsignedString(revision));
        add("size", size(detail.sizeBytes()));
        columns = 0;
        arrange(getWidth());
    }

    /// Whether to show only what stands nowhere else.
    void setBrief(boolean now) {
        if (now != brief) {
            brief = now;
            columns = 0;
            requestLayout();
        }
    }

    private static String withUnit(TimeText times, long micros) {
        return times.full(micros) + " " + times.unit(micros);
    }

    static String message(long code) {
        String name = MsgType.name(code);
        boolean named = code == MsgType.SET || code == MsgType.PUBLISH;
        return named ? name + String.format(" 0x%02X", code) : name;
    }

    private static String size(long bytes) {
        String short_ = SizeText.text(bytes);
        return bytes < 1_000 ? short_ : Texts.text("detail.size", short_, NumberText.grouped(bytes));
    }

    private void add(String key, String text) {
        var name = new Label(Texts.text("detail.field." + key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("name");
        var value = new TextField(text);
        value.setId("field-" + key);
        value.setEditable(false);
        // It can be marked and copied with the mouse; the tab key goes on to what can be done.
        value.setFocusTraversable(false);
        value.setPrefColumnCount(1);
        value.setMaxWidth(Double.MAX_VALUE);
        value.getStyleClass().addAll("value", "mono");
        if (text.length() >= LONG_TEXT) {
            // In a narrow pane its end is cut off, without dots.
            value.setTooltip(new Tooltip(text));
        }
        value.setAccessibleText(name.getText() + ": " + text);
        name.setLabelFor(value);
        GridPane.setHgrow(value, Priority.ALWAYS);
        fields.add(new Field(key, name, value));
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth());
        super.layoutChildren();
    }

    @Override
    protected double computePrefHeight(double width) {
        arrange(width < 0 ? getWidth() : width);
        return super.computePrefHeight(width);
    }

    private void arrange(double width) {
        int wanted = width >= ROOM_FOR_TWO ? 2 : 1;
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints());
        }
        List<Field> shown = fields.stream()
                .filter(field -> !brief || !SAID_ELSEWHERE.contains(field.key))
                .toList();
        int rows = (shown.size() + columns - 1) / columns;
        for (int i = 0; i < shown.size(); i++) {
            Field field = shown.get(i);
            add(field.name, i / rows * 2, i % rows);
            add(field.value, i / rows * 2 + 1, i % rows);
        }
    }
}
