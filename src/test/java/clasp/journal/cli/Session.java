package clasp.journal.cli;

import clasp.journal.store.JournalException;
import clasp.journal.store.JournalOpener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs commands in process and keeps what they print.
final class Session {
    private final JournalOpener opener;
    private final HmacCheck hmacs;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final List<Path> opened = new ArrayList<>();
    private String input = "";

    Session(JournalOpener opener, HmacCheck hmacs) {
        this.opener = opener;
        this.hmacs = hmacs;
    }

    /// One in which no file can be opened.
    static Session withoutFiles() {
        return new Session(
                (file, progress, cancellation) -> {
                    throw new JournalException("There is no file " + file + ".");
                },
                (file, key, bad, progress, cancellation) -> {
                    throw new JournalException("There is no file " + file + ".");
                });
    }

    Session input(String text) {
        input = text;
        return this;
    }

    int run(Object... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
        Tools tools = new Tools(console, opener, hmacs, files -> {
            opened.addAll(files);
            return ExitStatus.OK;
        });
        return new Cli(tools)
                .run(List.of(arguments).stream().map(Object::toString).toList());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
