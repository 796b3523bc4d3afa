package clasp.journal.cli;

import clasp.journal.wire.FrameLines;
import clasp.journal.wire.FrameLines.Outcome;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Every line of input gives one line of output, so that the two can be laid side by side: an empty one where there is
/// nothing to print, and then standard error says why. Not thread-safe.
@Command(
        name = "frames",
        description = "Reads CLASP frames in hexadecimal digits, one a line, and prints each message as JSON.")
final class FramesCommand implements Callable<Integer> {
    @Option(
            names = "--encode",
            description = "The other way: reads messages as JSON, one a line, and prints the frames.")
    private boolean encode;

    private final Tools tools;

    FramesCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        Console console = tools.console();
        BufferedReader lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        int status = ExitStatus.OK;
        long number = 0;
        String line;
        while ((line = next(lines, out)) != null) {
            number++;
            switch (encode ? FrameLines.encode(line) : FrameLines.decode(line)) {
                case Outcome.Converted(String text, String remark) -> {
                    write(out, text);
                    remark(number, remark);
                }
                case Outcome.Blank() -> write(out, "");
                case Outcome.Refused(String reason) -> {
                    write(out, "");
                    remark(number, reason);
                    status = ExitStatus.FAILED;
                }
            }
        }
        flush(out);
        return status;
    }

    private void remark(long number, @Nullable String sentence) {
        if (sentence != null) {
            tools.console().say("Line " + number + ": " + sentence);
        }
    }

    /// What is there is printed before waiting for more.
    private static @Nullable String next(BufferedReader lines, Writer out) {
        try {
            if (!lines.ready()) {
                flush(out);
            }
            return lines.readLine();
        } catch (IOException e) {
            throw new FailedException("Cannot read standard input: " + e.getMessage() + ".");
        }
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    private static void flush(Writer out) {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }
}
