package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/// A router that journals what is set, takes snapshots, and is started again in the ways that routers are. Confined to
/// one thread.
class RestartedRouter {
    static final long MILLISECOND = 1_000;
    static final int LIGHTS = 12;

    final ScriptedJournal journal = new ScriptedJournal();
    final Map<String, Long> revisions = new HashMap<>();
    List<Param> kept = List.of();
    long seq;
    long micros = 1_700_000_000_000_000L;

    /// Each light in turn, so often.
    void fade(int times) {
        for (int i = 0; i < times; i++) {
            for (int light = 0; light < LIGHTS; light++) {
                String address = "/light/" + light;
                set(address, revisions.merge(address, 1L, Long::sum));
            }
        }
    }

    void set(String address, long revision) {
        entry(address, revision);
    }

    void entry(String address, @Nullable Long revision) {
        seq++;
        micros += MILLISECOND;
        long type = revision == null ? MsgType.PUBLISH : MsgType.SET;
        journal.entry(new Entry(seq, micros, "x", address, "param", Long.toString(seq), revision, type));
    }

    void snapshot() {
        kept = params();
        journal.snapshot(seq, kept.toArray(Param[]::new));
    }

    /// One that nobody can load later.
    void damagedSnapshot() {
        journal.snapshot(seq, "It is damaged.", null, params().toArray(Param[]::new));
    }

    private List<Param> params() {
        return new Recovery(journal, RecoveryRule.DOCUMENTED)
                .latest(Progress.NONE, Cancellation.none()).plainParams().stream()
                        .map(param -> new Param(
                                param.address(),
                                param.valueJson(),
                                revisions.getOrDefault(param.address(), 0L),
                                param.writer(),
                                param.timestampMicros()))
                        .toList();
    }

    /// A router is started again that takes the newest snapshot that can be loaded over, with its revisions, and none
    /// of the entries.
    void restartFromSnapshotAlone(long pauseMillis) {
        kept.forEach(param -> revisions.put(param.address(), param.revision()));
        micros += pauseMillis * MILLISECOND;
    }

    /// Four lives of a router that goes on from its latest snapshot alone each time; params are set in any order.
    ///
    /// @param beforeSet told how many SETs there were in this life before each
    /// @return the restarts
    List<Tuple> fourLives(Random random, IntConsumer beforeSet) {
        List<Tuple> restarts = new ArrayList<>();
        fade(1);
        snapshot();
        for (int life = 0; life < 4; life++) {
            if (life > 0) {
                restartFromSnapshotAlone(60 + random.nextInt(5_000));
                restarts.add(tuple(ProblemKind.RESTART, seq + 1));
            }
            for (int i = 0; i < 300; i++) {
                beforeSet.accept(i);
                String address = "/light/" + random.nextInt(LIGHTS);
                set(address, revisions.merge(address, 1L, Long::sum));
            }
        }
        return restarts;
    }

    /// clasp-router is started again: its params are as it recovers them.
    Map<String, Param> restart(long pauseMillis) {
        Map<String, Param> values = new HashMap<>();
        revisions.clear();
        new Recovery(journal, RecoveryRule.CLASP_ROUTER)
                .latest(Progress.NONE, Cancellation.none())
                .plainParams()
                .forEach(param -> {
                    revisions.put(param.address(), param.revision());
                    values.put(param.address(), param);
                });
        micros += pauseMillis * MILLISECOND;
        return values;
    }

    static String explanation(ScriptedJournal journal) {
        return problems(journal).stream()
                .filter(problem -> problem.kind() == ProblemKind.RESTART)
                .findFirst()
                .orElseThrow()
                .explanation();
    }

    static List<Problem> problems(ScriptedJournal journal) {
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        return problems;
    }

    static List<Tuple> found(ScriptedJournal journal) {
        return problems(journal).stream()
                .map(problem -> tuple(problem.kind(), problem.seq()))
                .toList();
    }
}
