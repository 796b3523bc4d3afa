package clasp.journal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Lines `message as JSON TAB frame in hex TAB the frame's message as JSON`, each one case.
record CodecTable(List<Case> cases) {
    record Case(int line, String sent, String hex, String read) {
        @Override
        public String toString() {
            return line + ": " + (sent.length() < 100 ? sent : sent.substring(0, 100) + "…");
        }
    }

    static CodecTable of(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CodecTable ofResource(String name) {
        try (var in = Objects.requireNonNull(CodecTable.class.getResourceAsStream(name), name)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodecTable of(List<String> lines) {
        return new CodecTable(IntStream.range(0, lines.size())
                .mapToObj(i -> parse(i + 1, lines.get(i)))
                .toList());
    }

    private static Case parse(int line, String text) {
        String[] fields = text.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("line " + line + " is no case: " + text);
        }
        return new Case(line, fields[0], fields[1], fields[2]);
    }
}
