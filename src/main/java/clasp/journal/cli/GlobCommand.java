package clasp.journal.cli;

import clasp.journal.query.AddressPattern;
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

/// Not thread-safe.
@Command(
        name = "glob",
        description = "Reads lines \"pattern TAB address\" and prints 1 where the pattern matches, else 0.")
final class GlobCommand implements Callable<Integer> {
    private final Tools tools;

    GlobCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        Console console = tools.console();
        BufferedReader lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        AddressPattern pattern = AddressPattern.of("");
        long number = 0;
        String line;
        while ((line = next(lines)) != null) {
            number++;
            int tab = line.indexOf('\t');
            if (tab < 0) {
                write(out, "", true);
                throw new FailedException("Line " + number + " has no tab between pattern and address.");
            }
            String text = line.substring(0, tab);
            if (!text.equals(pattern.text())) {
                pattern = AddressPattern.of(text);
            }
            write(out, pattern.matches(line.substring(tab + 1)) ? "1\n" : "0\n", false);
        }
        write(out, "", true);
        return ExitStatus.OK;
    }

    private static @Nullable String next(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new FailedException("Cannot read standard input: " + e.getMessage() + ".");
        }
    }

    private static void write(Writer out, String text, boolean flush) {
        try {
            out.write(text);
            if (flush) {
                out.flush();
            }
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }
}
