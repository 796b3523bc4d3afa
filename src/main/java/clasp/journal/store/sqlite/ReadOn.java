package clasp.journal.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads all that is wanted of a file, or all that is there: a channel may give less than asked for. Stateless.
final class ReadOn {
    private ReadOn() {}

    /// From where the channel stands.
    ///
    /// @return whether the target is full; otherwise the file ends before
    static boolean fill(FileChannel channel, ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The same from a place in the file on, without moving the channel.
    ///
    /// @param begin of what belongs at the target's beginning
    static boolean fill(FileChannel channel, ByteBuffer target, long begin) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, begin + target.position()) < 0) {
                return false;
            }
        }
        return true;
    }
}
