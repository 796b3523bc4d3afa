package clasp.journal.app;

import clasp.journal.model.SignalType;
import clasp.journal.router.core.Messages;
import clasp.journal.testing.ClaspClient;
import clasp.journal.wire.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class TwoInstancesTest {
    @Test
    void oneHostsAndTheOtherFollowsFiltersAndExports(@TempDir Path folder) throws Exception {
        TwoInstances.play(TwoInstancesTest::drive, folder.resolve("audio.csv"));
    }

    @Test
    void oneHostsAndTheOtherRecordsFiltersExportsAndSaves(@TempDir Path folder) throws Exception {
        TwoInstances.playRecorded(TwoInstancesTest::drive, folder.resolve("audio.csv"), folder.resolve("session.db"));
    }

    private static void drive(String url) throws Exception {
        try (var client = new ClaspClient(url, null)) {
            for (int i = 0; i < TwoInstances.LUMEN; i++) {
                set(client, "/lumen/" + i % 10, i);
            }
            for (int i = 0; i < TwoInstances.AUDIO; i++) {
                set(client, "/audio/" + i % 5, i);
            }
            for (int i = 0; i < TwoInstances.CUES; i++) {
                client.send(Messages.publish(SignalType.EVENT, "/cue", i));
            }
            client.send(new Message.Ping());
            client.await(Message.Pong.class);
        }
    }

    /// As JavaScript does, where every number is a real one.
    private static void set(ClaspClient client, String address, int value) throws Exception {
        client.send(Messages.set(address, value));
        client.await(Message.Ack.class);
    }
}
