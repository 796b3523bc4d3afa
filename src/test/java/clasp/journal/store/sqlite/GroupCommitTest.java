package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import clasp.journal.testing.Entries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who is committed with whom. Every commit takes a microsecond by the clock that the tests hand in.
class GroupCommitTest {
    private final List<Integer> commits = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong clock = new AtomicLong();
    private long nextSeq = 1;

    @Test
    void aSingleCallerWaitsForNobody() throws Exception {
        GroupCommit commit = new GroupCommit(this::write, clock::get);

        join(callers(commit, 1));
        join(callers(commit, 1));

        assertThat(commits).containsExactly(1, 1);
    }

    @Test
    void whatQueuesUpMeanwhileIsTheNextCommit() throws Exception {
        GroupCommit commit = new GroupCommit(this::write, clock::get);

        join(commit.exclusively(() -> waiting(callers(commit, 7), 7)));

        assertThat(commits).containsExactly(7);
    }

    @Test
    void whoWasCommittedTogetherIsAwaitedForTheNextCommit() throws Exception {
        GroupCommit commit = new GroupCommit(this::write, clock::get);
        join(commit.exclusively(() -> waiting(callers(commit, 5), 5)));

        List<Thread> first = callers(commit, 4);
        // The fourth is the one that will commit, and waits in its own way.
        waiting(first, 3);
        assertThat(commits).containsExactly(5);
        join(callers(commit, 1));
        join(first);

        assertThat(commits).containsExactly(5, 5);
    }

    @Test
    void nobodyIsAwaitedForLongerThanTheLastCommitTook() throws Exception {
        GroupCommit commit = new GroupCommit(this::write, clock::incrementAndGet);
        join(commit.exclusively(() -> waiting(callers(commit, 5), 5)));

        join(callers(commit, 1));

        assertThat(commits).containsExactly(5, 1);
    }

    private void write(List<AppendRequest> batch) {
        clock.addAndGet(1_000);
        commits.add(batch.size());
        batch.forEach(request -> request.succeed(nextSeq++));
    }

    private static List<Thread> callers(GroupCommit commit, int count) {
        return Stream.generate(() -> Thread.ofPlatform()
                        .start(() -> commit.append(
                                new AppendRequest(List.of(Entries.set("/a", "1")), List.of(), OptionalLong.empty()))))
                .limit(count)
                .toList();
    }

    /// Returns when so many of them have queued up.
    private static List<Thread> waiting(List<Thread> callers, int count) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (callers.stream()
                            .filter(caller -> caller.getState() == Thread.State.WAITING)
                            .count()
                    < count) {
                Thread.sleep(1);
            }
        });
        return callers;
    }

    private static void join(List<Thread> callers) throws InterruptedException {
        for (Thread caller : callers) {
            caller.join();
        }
    }
}
