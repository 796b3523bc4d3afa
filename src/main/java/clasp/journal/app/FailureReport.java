package clasp.journal.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody who mends the program has to know of a failure, as a text: versions and where it happened. It never
/// holds what exceptions say or threads are called, for they may quote entries, addresses or paths. Stateless.
final class FailureReport {
    private static final int MOST_FRAMES = 200;

    private FailureReport() {}

    static String of(Throwable failure, Instant now) {
        var text = new StringBuilder(4_096);
        text.append("Clasp Journal Browser ").append(version()).append('\n');
        text.append("Java ").append(property("java.runtime.version"));
        text.append(" (").append(property("java.vendor")).append("), JavaFX ");
        text.append(property("javafx.runtime.version")).append('\n');
        text.append(property("os.name")).append(' ').append(property("os.version"));
        text.append(' ').append(property("os.arch")).append(", ");
        Runtime machine = Runtime.getRuntime();
        text.append(machine.availableProcessors()).append(" processors, at most ");
        text.append(machine.maxMemory() >> 20).append(" MB\n");
        text.append("Language ").append(Locale.getDefault().toLanguageTag()).append('\n');
        text.append("At ").append(now.truncatedTo(ChronoUnit.SECONDS)).append("\n\n");
        append(text, failure, "", Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void append(StringBuilder text, Throwable failure, String role, Set<Throwable> seen) {
        text.append(role).append(failure.getClass().getName()).append('\n');
        if (!seen.add(failure)) {
            return;
        }
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append("    at ").append(frames[i]).append('\n');
        }
        if (frames.length > MOST_FRAMES) {
            text.append("    and ").append(frames.length - MOST_FRAMES).append(" more\n");
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            append(text, suppressed, "Besides: ", seen);
        }
        Throwable cause = failure.getCause();
        if (cause != null) {
            append(text, cause, "Because of: ", seen);
        }
    }

    private static String version() {
        @Nullable String version = FailureReport.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
