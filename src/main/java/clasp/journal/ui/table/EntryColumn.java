package clasp.journal.ui.table;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.Entry;
import clasp.journal.ui.fx.Texts;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns of the entry table, in their first order. (No width is 80: JavaFX takes that for "not given".)
enum EntryColumn {
    SEQ("seq", 82, true),
    TIME("time", 122, true),
    DELTA("delta", 96, true),
    SIGNAL("signal", 78, false),
    ADDRESS("address", 236, false),
    VALUE("value", 160, false),
    REVISION("revision", 76, true),
    AUTHOR("author", 120, false),
    MESSAGE("message", 92, false);

    private final String id;
    private final double width;
    private final boolean number;

    EntryColumn(String id, double width, boolean number) {
        this.id = id;
        this.width = width;
        this.number = number;
    }

    /// What it is called in settings and style classes.
    String id() {
        return id;
    }

    String title() {
        return Texts.text("table.column." + id);
    }

    double width() {
        return width;
    }

    /// Whether its texts stand at the right edge, so that digits stand below digits.
    boolean number() {
        return number;
    }

    /// What its cell says.
    String text(ShownRow row) {
        return switch (this) {
            case SEQ -> row.row().seqText();
            case TIME -> row.time();
            case DELTA -> row.delta();
            case SIGNAL -> row.row().signalText();
            case MESSAGE -> row.row().messageText();
            case ADDRESS -> row.row().addressText();
            case VALUE -> row.row().valueText();
            case REVISION -> row.row().revisionText();
            case AUTHOR -> row.row().authorText();
        };
    }

    /// Those of the marks that concern it.
    Set<ClaspReading> marks(Set<ClaspReading> all) {
        return all.isEmpty() ? all : all.stream().filter(this::concerns).collect(Collectors.toSet());
    }

    private boolean concerns(ClaspReading reading) {
        return this
                == switch (reading) {
                    case NULL_FOR_BAD_JSON, NULL_FOR_DEPTH, FLOAT_FOR_INTEGER, LAST_KEY_WINS -> VALUE;
                    case EVENT_FOR_SIGNAL_TYPE -> SIGNAL;
                    case MSG_TYPE_CUT -> MESSAGE;
                };
    }

    /// What it stands for, for other programs: numbers without grouping, texts as stored, times as shown.
    String plain(ShownRow shown) {
        Entry entry = shown.row().entry();
        return switch (this) {
            case SEQ -> Long.toString(entry.seq());
            case TIME -> shown.time();
            case DELTA -> shown.delta();
            case SIGNAL -> entry.signalType();
            case MESSAGE -> shown.row().messageText();
            case ADDRESS -> entry.address();
            case VALUE -> entry.valueJson();
            case REVISION -> {
                Long revision = entry.revision();
                yield revision == null ? "" : Long.toUnsignedString(revision);
            }
            case AUTHOR -> entry.author();
        };
    }
}
