package clasp.journal.cli;

import clasp.journal.store.Progress;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Where a command reads and writes; always UTF-8, whatever the locale. Not thread-safe.
///
/// @param in lines for commands that read some
/// @param out for data only; a write to it fails when nobody reads it any more
/// @param err for sentences
/// @param watched whether a person sits at a terminal, who wants to know how far work is
public record Console(InputStream in, OutputStream out, PrintWriter err, boolean watched) {
    public Console(InputStream in, OutputStream out, OutputStream err) {
        this(in, out, new PrintWriter(err, true, StandardCharsets.UTF_8), false);
    }

    /// The streams of this process.
    public static Console ofProcess() {
        return new Console(
                System.in,
                // Not System.out, which keeps silent about failures: nobody would notice a closed pipe or a full disk.
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isTerminal());
    }

    private static boolean isTerminal() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Does work that may take long and prints nothing; who sits at a terminal is told how far it is.
    <T> T during(Function<Progress, T> work) {
        if (!watched) {
            return work.apply(Progress.NONE);
        }
        try (var line = new ProgressLine(err, System::nanoTime)) {
            return work.apply(line);
        }
    }

    /// A sentence for whoever called.
    void say(String sentence) {
        err.println(sentence);
        err.flush();
    }

    /// A line of data.
    void print(String line) throws OutputException {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /// Lets whoever reads the data have what was printed so far.
    void flush() throws OutputException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }
}
