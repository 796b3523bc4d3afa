/// CLASP's messages: as frames (bytes), as JSON, and in the legacy MessagePack form. No I/O.
///
/// [clasp.journal.wire.FrameReader] and [clasp.journal.wire.FrameWriter] turn bytes into a
/// [clasp.journal.wire.Message] and back, [clasp.journal.wire.MessageJson] does the same with JSON. One codec class
/// for each message, or pair of alike ones, has its binary layout, reading beside writing.
@NullMarked
package clasp.journal.wire;

import org.jspecify.annotations.NullMarked;
