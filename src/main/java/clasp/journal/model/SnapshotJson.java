package clasp.journal.model;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;

/// The text form of a snapshot, as it is stored. Stateless.
///
/// It is an array of objects with the fields `address`, `value`, `revision`, `writer`, `timestamp`. Values are passed
/// on exactly as written, both ways.
public final class SnapshotJson {
    /// A value stands inside the array and its param's object, and CLASP's limit counts those.
    static final int MAX_VALUE_DEPTH = ClaspReading.MAX_DEPTH - 2;

    private SnapshotJson() {}

    /// Reads as much as can be read; what is wrong is told in the result.
    public static Snapshot read(SnapshotInfo info, String json) {
        try {
            return read(info, new StringReader(json));
        } catch (IOException e) {
            throw new AssertionError("A string cannot fail to be read", e);
        }
    }

    /// Reads as much as can be read, without ever holding more of the text than one value; what is wrong is told in
    /// the result.
    ///
    /// @throws IOException when the reader fails
    public static Snapshot read(SnapshotInfo info, Reader json) throws IOException {
        return new SnapshotReader(info).read(json);
    }

    /// Appends the params in CLASP's form.
    ///
    /// @throws IllegalArgumentException when a value is not JSON at all, since no one could read the result
    public static void write(Iterable<Param> params, Appendable to) throws IOException {
        StringBuilder line = new StringBuilder();
        char separator = '[';
        for (Param param : params) {
            line.setLength(0);
            write(param, line.append(separator));
            to.append(line);
            separator = ',';
        }
        to.append(separator == '[' ? "[]" : "]");
    }

    /// The params in CLASP's form, see [#write].
    public static String write(Iterable<Param> params) {
        StringBuilder json = new StringBuilder();
        try {
            write(params, json);
        } catch (IOException e) {
            throw new AssertionError("A string builder cannot fail", e);
        }
        return json.toString();
    }

    /// Why CLASP could not load a snapshot that holds this param, as a sentence; empty when it could.
    public static Optional<String> claspRefusal(Param param) {
        return SnapshotReader.claspRefusal(param);
    }

    private static void write(Param param, StringBuilder to) {
        if (!JsonText.isValue(param.valueJson())) {
            throw new RefusedException(CoreTexts.text("snapshot.damage.value", param.address()));
        }
        to.append("{\"address\":");
        JsonText.quote(param.address(), to);
        to.append(",\"value\":").append(param.valueJson()).append(",\"revision\":");
        to.append(Long.toUnsignedString(param.revision())).append(",\"writer\":");
        JsonText.quote(param.writer(), to);
        to.append(",\"timestamp\":")
                .append(Long.toUnsignedString(param.timestampMicros()))
                .append('}');
    }
}
