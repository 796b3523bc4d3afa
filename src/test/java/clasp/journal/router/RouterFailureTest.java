package clasp.journal.router;

import static clasp.journal.router.core.Messages.set;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Journal;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/// A router that cannot go on does not stay there, answering nobody.
class RouterFailureTest {
    @Test
    void aRouterWhoseMemoryDoesNotSufficeEndsAndSaysSo() throws Exception {
        Journal journal = withoutMemory(new MemoryJournal());
        try (Router router = Router.withJournal(journal).start();
                TestClient client = TestClient.greeted(router)) {
            assertThat(router.failure()).isEmpty();

            client.send(set("/a", 1));

            Patience.until("the router has ended", () -> router.failure().isPresent());
            assertThat(router.failure())
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("OutOfMemoryError").contains("too little"));
            assertThat(client.awaitClose()).isEqualTo("the router ends");
            // It says good-bye to its clients before it closes its door.
            Patience.until("nobody is let in", () -> !letsIn(router));
        }
    }

    private static boolean letsIn(Router router) {
        try (TestClient client = TestClient.connect(router)) {
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    private static Journal withoutMemory(Journal journal) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("appendAllAfter")) {
                        throw new OutOfMemoryError("too little");
                    }
                    try {
                        return method.invoke(journal, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
