package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.core.Limits;
import clasp.journal.wire.FrameReader;
import clasp.journal.wire.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Limits FOUR_FRAMES = Limits.USUAL.withQueue(4, 1_000);

    private final List<byte[]> sent = new ArrayList<>();
    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final List<String> events = new ArrayList<>();

    /// One whose frames are under way until [#oneArrives].
    private final Outbox slow = new Outbox(FOUR_FRAMES, new Backlog(FOUR_FRAMES), Runnable::run, (frame, done) -> {
        sent.add(frame);
        underWay.add(done);
    });

    private void oneArrives() {
        underWay.remove().run();
    }

    private static byte[] frame(int number) {
        return new byte[] {(byte) number};
    }

    @Test
    void oneFrameIsUnderWayAtATimeInTheOrderOfTheirQueueing() {
        for (int number = 0; number < 3; number++) {
            slow.add(frame(number));
        }
        assertThat(sent).hasSize(1);

        oneArrives();
        assertThat(sent).hasSize(2);
        oneArrives();

        assertThat(sent).containsExactly(frame(0), frame(1), frame(2));
    }

    @Test
    void framesThatAreSentAtOnceNeedNoStack() {
        Outbox quick = new Outbox(FOUR_FRAMES, new Backlog(FOUR_FRAMES), Runnable::run, (frame, done) -> {
            sent.add(frame);
            if (sent.size() == 1) {
                underWay.add(done);
            } else {
                done.run();
            }
        });
        for (int number = 0; number < 100_000; number++) {
            quick.add(frame(number));
        }

        oneArrives();

        assertThat(sent).hasSize(100_000);
        assertThat(underWay).isEmpty();
    }

    @Test
    void whatOthersCausedIsDroppedWhenTheQueueIsFullAndTheClientIsTold() {
        for (int number = 0; number < 8; number++) {
            assertThat(slow.offer(frame(number))).isEqualTo(number < 5);
        }
        assertThat(slow.dropped()).isEqualTo(3);

        while (!underWay.isEmpty()) {
            oneArrives();
        }

        assertThat(sent).hasSize(6).startsWith(frame(0), frame(1), frame(2), frame(3), frame(4));
        assertThat(FrameReader.read(sent.getLast()).message())
                .isEqualTo(new Message.Error(
                        503, "3 messages for this session were dropped: it reads too slowly.", null, null));
    }

    @Test
    void manyBytesFillTheQueueToo() {
        slow.offer(frame(0));
        assertThat(slow.offer(new byte[900])).isTrue();
        assertThat(slow.offer(new byte[101])).isFalse();
    }

    /// A frame of 936 bytes takes 1,000 in a queue.
    @Test
    void theQueuesOfAllAreBoundedTogetherAndWhoHasLittleInItsOwnLosesNothing() {
        Limits limits = Limits.USUAL.withSessions(5).withQueuedBytesInAll(10_000);
        Backlog backlog = new Backlog(limits);
        Outbox.Line never = (frame, done) -> {};
        Outbox first = new Outbox(limits, backlog, Runnable::run, never);
        Outbox second = new Outbox(limits, backlog, Runnable::run, never);
        byte[] frame = new byte[936];
        first.offer(frame);
        second.offer(frame);

        for (int number = 0; number < 15; number++) {
            assertThat(first.offer(frame)).as("%d", number).isEqualTo(number < 10);
        }
        assertThat(first.dropped()).isEqualTo(5);
        assertThat(second.offer(frame)).as("first of its share").isTrue();
        assertThat(second.offer(frame)).as("last of its share").isTrue();
        assertThat(second.offer(frame)).as("beyond its share").isFalse();

        first.close();
        assertThat(second.offer(frame)).as("there is room again").isTrue();
    }

    @Test
    void whatWasSentOrMadeRoomForTakesNoRoomAnyMore() {
        Limits limits = Limits.USUAL.withSessions(1_000).withQueuedBytesInAll(3_000);
        Outbox outbox = new Outbox(limits, new Backlog(limits), Runnable::run, (frame, done) -> {
            sent.add(frame);
            underWay.add(done);
        });
        for (int round = 0; round < 20; round++) {
            assertThat(outbox.offer(new byte[936])).isTrue();
            outbox.addAsRead(Stream.of(new byte[936]).iterator());
            while (!underWay.isEmpty()) {
                oneArrives();
            }
        }
        assertThat(sent).hasSize(40);
    }

    @Test
    void answersAreNeverDroppedAndTheNextMessageWaitsUntilMostAreSent() {
        for (int number = 0; number < 10; number++) {
            slow.add(frame(number));
        }
        slow.whenRoom(() -> events.add("next"));

        for (int arrived = 0; arrived < 6; arrived++) {
            oneArrives();
            assertThat(events).isEmpty();
        }
        oneArrives();

        assertThat(events).containsExactly("next");
        slow.whenRoom(() -> events.add("at once"));
        assertThat(events).endsWith("at once");
    }

    @Test
    void aLongAnswerIsMadeAsItIsReadAndWhatComesAfterItWaits() {
        List<Integer> made = new ArrayList<>();
        slow.add(frame(0));
        slow.addAsRead(Stream.iterate(1, number -> number + 1)
                .limit(100)
                .peek(made::add)
                .map(OutboxTest::frame)
                .iterator());
        assertThat(slow.offer(frame(101))).isTrue();
        slow.whenRoom(() -> events.add("next"));

        for (int arrived = 1; arrived <= 99; arrived++) {
            oneArrives();
            assertThat(made).hasSizeLessThanOrEqualTo(arrived + 1);
            assertThat(events).isEmpty();
        }
        oneArrives();
        assertThat(events).containsExactly("next");
        oneArrives();

        assertThat(sent)
                .extracting(frame -> (int) frame[0])
                .containsExactlyElementsOf(
                        Stream.iterate(0, number -> number + 1).limit(102).toList());
    }

    @Test
    void aLongAnswerIsMadeByNobodyWhoQueuesOrSends() {
        Deque<Runnable> toMake = new ArrayDeque<>();
        List<Integer> made = new ArrayList<>();
        Outbox outbox = new Outbox(FOUR_FRAMES, new Backlog(FOUR_FRAMES), toMake::add, (frame, done) -> {
            sent.add(frame);
            underWay.add(done);
        });

        outbox.addAsRead(Stream.of(1, 2).peek(made::add).map(OutboxTest::frame).iterator());
        assertThat(outbox.offer(frame(3))).isTrue();
        assertThat(made).isEmpty();
        toMake.remove().run();
        assertThat(sent).containsExactly(frame(1));
        oneArrives();
        assertThat(sent).hasSize(1);
        toMake.remove().run();
        oneArrives();
        oneArrives();

        assertThat(sent).containsExactly(frame(1), frame(2), frame(3));
        assertThat(toMake).isEmpty();
    }

    @Test
    void aLongAnswerThatIsFoundToBeEmptyIsPassedOverAndTheNextMessageIsRead() {
        Deque<Runnable> toMake = new ArrayDeque<>();
        Outbox outbox =
                new Outbox(FOUR_FRAMES, new Backlog(FOUR_FRAMES), toMake::add, (frame, done) -> sent.add(frame));
        outbox.addAsRead(Stream.<byte[]>empty().iterator());
        outbox.whenRoom(() -> events.add("next"));
        assertThat(events).isEmpty();

        toMake.remove().run();

        assertThat(events).containsExactly("next");
        outbox.add(frame(1));
        assertThat(sent).containsExactly(frame(1));
    }

    @Test
    void theEndComesAfterWhatIsQueued() {
        slow.add(frame(1));
        slow.add(frame(2));
        slow.end(() -> events.add("end"));
        slow.add(frame(3));

        oneArrives();
        assertThat(events).isEmpty();
        oneArrives();

        assertThat(events).containsExactly("end");
        assertThat(sent).hasSize(2);
    }

    @Test
    void nothingIsSentOnceItIsClosed() throws Exception {
        slow.add(frame(1));
        slow.add(frame(2));
        slow.whenRoom(() -> events.add("next"));
        events.clear();

        slow.close();
        oneArrives();
        slow.add(frame(3));
        slow.whenRoom(() -> events.add("never"));

        assertThat(sent).hasSize(1);
        assertThat(events).isEmpty();
        assertThat(slow.awaitRoom()).isFalse();
    }
}
