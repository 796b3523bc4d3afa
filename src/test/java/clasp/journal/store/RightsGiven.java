package clasp.journal.store;

import java.io.IOException;
import java.nio.file.Path;

/// A process of another user that gives a file of its own the rights of another.
final class RightsGiven {
    private RightsGiven() {}

    static void main(String[] arguments) throws IOException {
        Path copy = Path.of(arguments[1]);
        FileRights.createOwn(copy);
        FileRights.copy(Path.of(arguments[0]), copy);
    }
}
