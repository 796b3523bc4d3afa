package clasp.journal.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the processors have worked for this process and for those that it started and that have ended. On a machine
/// that others use, too, it tells more than the time that passed. Stateless.
final class ProcessorTime {
    private static final Path STATUS = Path.of("/proc/self/stat");
    private static final long NANOS_PER_TICK = 10_000_000;

    private ProcessorTime() {}

    static long nanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() + ofChildren();
    }

    /// None where the system does not tell as Linux does.
    private static long ofChildren() {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try {
            String status = Files.readString(STATUS);
            String[] behindName = status.substring(status.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(behindName[13]) + Long.parseLong(behindName[14])) * NANOS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
