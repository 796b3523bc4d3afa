package clasp.journal.bench;

import clasp.journal.recovery.ProblemScan;
import clasp.journal.recovery.Recovery;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateHistory;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.util.Random;

/// What a router comes back with, at the end and anywhere, and what is wrong with the journal.
final class RecoveryRows {
    private static final int TIMES = 3;
    private static final int JUMPS = 200;
    private static final int STEPS = 20_000;

    /// The last SET of each address, with its value: the plainest way to the documented state.
    private static final String LAST_SETS =
            "SELECT e.* FROM (SELECT max(seq) AS at FROM journal_entries WHERE msg_type ="
                    + " 33 GROUP BY address) JOIN journal_entries e ON e.seq = at";

    private static final long LARGE_HEAP = 900L << 20;

    private RecoveryRows() {}

    static void measure(Bench bench) throws Exception {
        for (var file : bench.kinds().entrySet()) {
            if (!file.getKey().isEmpty() && Runtime.getRuntime().maxMemory() < LARGE_HEAP) {
                System.out.println("States of a million params need a heap of 1 GB: -Dbench.jvm.args=-Xmx1g");
                continue;
            }
            try (JournalReader journal = bench.open(file.getValue())) {
                atTheEnd(bench, file.getKey(), journal, file.getValue());
                problems(bench, file.getKey(), journal, file.getValue());
                for (RecoveryRule rule : RecoveryRule.values()) {
                    anywhere(
                            bench,
                            file.getKey() + name(rule),
                            journal,
                            rule,
                            file.getKey().isEmpty() ? 1 : 40);
                }
            }
        }
    }

    private static void atTheEnd(Bench bench, String kind, JournalReader journal, Path file) throws Exception {
        Samples documented = Samples.of(TIMES, () -> latest(journal, RecoveryRule.DOCUMENTED));
        Samples grouped = Samples.of(TIMES, () -> Peers.shell(file, LAST_SETS));
        bench.report()
                .beside(
                        kind + "state at the end, as documented",
                        3_000,
                        documented,
                        Peers.SHELL + " GROUP BY max(seq)",
                        grouped);
        Samples router = Samples.of(TIMES, () -> latest(journal, RecoveryRule.CLASP_ROUTER));
        Samples replay =
                Samples.of(1, () -> Peers.read(file, "SELECT * FROM journal_entries WHERE msg_type = 33 ORDER BY seq"));
        bench.report()
                .beside(kind + "state at the end, as clasp-router", 3_000, router, Peers.JDBC + " replay", replay);
    }

    private static void latest(JournalReader journal, RecoveryRule rule) {
        new Recovery(journal, rule).latest(Progress.NONE, Cancellation.none());
    }

    private static void problems(Bench bench, String kind, JournalReader journal, Path file) throws Exception {
        Samples ours = Samples.of(
                TIMES, () -> new ProblemScan(journal).run(problem -> {}, Progress.NONE, Cancellation.none()));
        Samples peer = Samples.of(1, () -> Peers.read(file, "SELECT * FROM journal_entries ORDER BY seq"));
        bench.report().beside(kind + "all problems", 10_000, ours, Peers.JDBC + " reading alone", peer);
    }

    /// @param fewer how many times fewer jumps and steps, where each takes long
    private static void anywhere(Bench bench, String name, JournalReader journal, RecoveryRule rule, int fewer)
            throws Exception {
        StateHistory history = new StateHistory(journal, rule);
        Samples building = Samples.of(1, () -> history.prepare(Progress.NONE, Cancellation.none()));
        bench.report().note(name + ": all kept states built", Samples.text(building.median()));
        long latest = journal.state().latestSeq();
        Random random = new Random(1);
        Samples jumps = Samples.of(JUMPS / fewer, () -> at(history, 1 + random.nextLong(latest)));
        bench.report().longest(name + ": state at any seq", 200, jumps);
        for (int direction : new int[] {-1, 1}) {
            long[] seq = {latest / 2};
            at(history, seq[0]);
            long[] durations = new long[STEPS / fewer];
            for (int i = 0; i < durations.length; i++) {
                seq[0] += direction;
                long begin = System.nanoTime();
                at(history, seq[0]);
                durations[i] = System.nanoTime() - begin;
            }
            bench.report()
                    .spread(name + ": one step " + (direction < 0 ? "back" : "on"), 5, 5, Samples.ofNanos(durations));
        }
    }

    private static void at(StateHistory history, long seq) {
        history.at(seq, Progress.NONE, Cancellation.none());
    }

    private static String name(RecoveryRule rule) {
        return switch (rule) {
            case DOCUMENTED -> "as documented";
            case CLASP_ROUTER -> "as clasp-router";
        };
    }
}
