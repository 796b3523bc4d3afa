package clasp.journal.testing;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What this process holds open. Immutable.
///
/// @param threads that live, those of the platform
/// @param descriptors of files and sockets; 0 where the system does not tell
public record OpenHandles(int threads, long descriptors) {
    /// Threads and sockets of others that come and go meanwhile.
    private static final int OTHERS = 12;

    public static OpenHandles now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new OpenHandles(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0);
    }

    /// Whether these are no more than those, but for some that have nothing to do with either.
    public boolean isAtMost(OpenHandles before) {
        return threads <= before.threads + OTHERS && descriptors <= before.descriptors + OTHERS;
    }
}
