package clasp.journal.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Does to the program and its files what a machine or a person may do, and looks at what is left: prints a table and
/// writes it into `reliability.md`. Arguments: how often (200 when left out), a seed, and the kinds to try (all when
/// left out; the rows of the others stay as they are). The exit status is 1 when anything was lost.
public final class Faults {
    static final int ENTRIES = 20_000;
    private static final Path PAGE = Path.of("src/site/markdown/reliability.md");

    private Faults() {}

    /// One kind of harm.
    private interface Kind {
        void run(int times, int fewer, Random random, FaultTable table) throws Exception;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> all = new LinkedHashMap<>();
        all.put("kills", (times, fewer, random, table) -> {
            for (Job job : Job.values()) {
                new Kills(job, false, random).run(times, table);
            }
        });
        all.put("kills-beside-a-writer", (times, fewer, random, table) -> {
            for (Job job : Job.values()) {
                new Kills(job, true, random).run(fewer, table);
            }
        });
        all.put("full-disk", (times, fewer, random, table) -> {
            for (Job job : Job.values()) {
                new FullDisk(job, random).run(fewer, table);
            }
        });
        all.put("full-disk-beside-a-writer", (times, fewer, random, table) -> {
            for (Job job : Job.values()) {
                new FullDiskBesideAWriter(job, random).run(Math.max(1, fewer / 2), table);
            }
        });
        all.put("read-errors", (times, fewer, random, table) -> new ReadErrors(random).run(fewer, table));
        all.put("cut-while-read", (times, fewer, random, table) -> new CutWhileRead(random).run(fewer, table));
        all.put("cut-database", (times, fewer, random, table) -> new Damage(random).run(false, true, times, table));
        all.put("flip-database", (times, fewer, random, table) -> new Damage(random).run(false, false, times, table));
        all.put("cut-log", (times, fewer, random, table) -> new Damage(random).run(true, true, times, table));
        all.put("flip-log", (times, fewer, random, table) -> new Damage(random).run(true, false, times, table));
        return all;
    }

    static void main(String[] args) throws Exception {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        Random random = new Random(args.length > 1 ? Long.parseLong(args[1]) : 1);
        List<String> wanted = Arrays.asList(args).subList(Math.min(2, args.length), args.length);
        Map<String, Kind> kinds = kinds();
        if (!kinds.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("The kinds are " + kinds.keySet());
        }
        FaultTable table = new FaultTable(System.out);
        for (var kind : kinds.entrySet()) {
            if (wanted.isEmpty() || wanted.contains(kind.getKey())) {
                kind.getValue().run(times, Math.max(1, times / 4), random, table);
                // What an hour has shown is not lost by what comes after it.
                if (Files.exists(PAGE)) {
                    table.writeInto(PAGE);
                }
            }
        }
        System.exit(table.sound() ? 0 : 1);
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
