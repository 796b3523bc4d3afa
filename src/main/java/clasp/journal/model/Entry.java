package clasp.journal.model;

import org.jspecify.annotations.Nullable;

/// One line of a journal, exactly as stored. Immutable.
///
/// @param seq assigned by the journal, from 1, strictly increasing; 0 on an entry that is yet to be appended
/// @param timestampMicros wall clock of the writer, µs since the Unix epoch, unsigned 64 bit; not monotonic
/// @param author session or entity id of the writer
/// @param address CLASP address, usually slash-separated; any text can occur
/// @param signalType the stored text; [#knownSignalType()] for the type it names
/// @param valueJson the stored text of the value, which need not be valid JSON
/// @param revision the param's revision after the SET, unsigned 64 bit; null for a PUBLISH
/// @param msgType the stored message code, see [MsgType]
public record Entry(
        long seq,
        long timestampMicros,
        String author,
        String address,
        String signalType,
        String valueJson,
        @Nullable Long revision,
        long msgType) {

    /// The signal type that [#signalType()] names, or null for text that CLASP does not know.
    public @Nullable SignalType knownSignalType() {
        return SignalType.of(signalType).orElse(null);
    }

    public boolean isSet() {
        return msgType == MsgType.SET;
    }

    public Entry withSeq(long newSeq) {
        return new Entry(newSeq, timestampMicros, author, address, signalType, valueJson, revision, msgType);
    }

    public Entry withTimestampMicros(long newTimestampMicros) {
        return new Entry(seq, newTimestampMicros, author, address, signalType, valueJson, revision, msgType);
    }

    public Entry withRevision(@Nullable Long newRevision) {
        return new Entry(seq, timestampMicros, author, address, signalType, valueJson, newRevision, msgType);
    }

    public Entry withValueJson(String newValueJson) {
        return new Entry(seq, timestampMicros, author, address, signalType, newValueJson, revision, msgType);
    }
}
