package clasp.journal.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

/// Does to the program and its files what a machine or a person may do, and looks at what is left: prints a table and
/// writes it into `reliability.md`. Arguments: how often (200 when left out), and a seed. The exit status is 1 when
/// anything was lost.
public final class Faults {
    static final int ENTRIES = 20_000;
    private static final Path PAGE = Path.of("src/site/markdown/reliability.md");

    private Faults() {}

    static void main(String[] args) throws Exception {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        Random random = new Random(args.length > 1 ? Long.parseLong(args[1]) : 1);
        FaultTable table = new FaultTable(System.out);
        for (Job job : Job.values()) {
            new Kills(job, false, random).run(times, table);
        }
        for (Job job : Job.values()) {
            new Kills(job, true, random).run(Math.max(1, times / 4), table);
        }
        for (Job job : Job.values()) {
            new FullDisk(job, random).run(Math.max(1, times / 4), table);
        }
        new ReadErrors(random).run(Math.max(1, times / 4), table);
        new CutWhileRead(random).run(Math.max(1, times / 4), table);
        new Damage(random).run(times, table);
        if (Files.exists(PAGE)) {
            table.writeInto(PAGE);
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
