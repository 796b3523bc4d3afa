package clasp.journal.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// How long the same thing took, again and again. Confined to one thread.
final class Samples {
    /// Something to be timed.
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private final List<Long> nanos = new ArrayList<>();
    private final List<Long> processorNanos = new ArrayList<>();

    /// Runs the work so many times.
    static Samples of(int times, Work work) throws Exception {
        Samples samples = new Samples();
        for (int i = 0; i < times; i++) {
            samples.time(work);
        }
        return samples;
    }

    static Samples ofNanos(long[] durations) {
        Samples samples = new Samples();
        LongStream.of(durations).sorted().forEach(samples.nanos::add);
        return samples;
    }

    void time(Work work) throws Exception {
        long processor = ProcessorTime.nanos();
        long begin = System.nanoTime();
        work.run();
        add(System.nanoTime() - begin);
        processorNanos.add(ProcessorTime.nanos() - processor);
        Collections.sort(processorNanos);
    }

    void add(long duration) {
        nanos.add(duration);
        Collections.sort(nanos);
    }

    int size() {
        return nanos.size();
    }

    double median() {
        return percentile(0.5);
    }

    /// In milliseconds.
    double percentile(double share) {
        return nanos.get((int) Math.min(nanos.size() - 1L, Math.round(share * (nanos.size() - 1)))) / 1e6;
    }

    double max() {
        return percentile(1);
    }

    /// The median, and what the processors worked for it, where [#time] has measured that.
    String withProcessor() {
        if (processorNanos.isEmpty()) {
            return text(median());
        }
        double processor = processorNanos.get((processorNanos.size() - 1) / 2) / 1e6;
        return text(median()) + " (" + text(processor) + " of processor)";
    }

    /// How many fit into a second, one after the other.
    double aSecond() {
        return nanos.size() * 1e9 / nanos.stream().mapToLong(Long::longValue).sum();
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String text(double millis) {
        if (millis >= 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000);
        }
        if (millis >= 1_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1_000);
        }
        return String.format(Locale.ROOT, millis >= 10 ? "%.0f ms" : "%.1f ms", millis);
    }
}
