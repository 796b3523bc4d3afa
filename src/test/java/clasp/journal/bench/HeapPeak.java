package clasp.journal.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// The most that was found in use by any full collection, also by those in the middle of the work. Thread-safe.
final class HeapPeak {
    private static final Set<String> HEAP_POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(pool -> pool.getName())
            .collect(Collectors.toUnmodifiableSet());

    private final AtomicLong bytes = new AtomicLong();

    HeapPeak() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((told, ignored) -> collected(told), null, null);
        }
    }

    private void collected(Notification told) {
        var collection = GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData());
        if (collection.getGcAction().equals("end of major GC")) {
            long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                    .filter(pool -> HEAP_POOLS.contains(pool.getKey()))
                    .map(Map.Entry::getValue)
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
            bytes.accumulateAndGet(used, Math::max);
        }
    }

    long megabytes() {
        return bytes.get() >> 20;
    }
}
