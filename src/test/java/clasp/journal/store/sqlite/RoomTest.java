package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1 MB, 0 MB",
        "147500000, 148 MB, 147 MB",
        "999000000, 999 MB, 999 MB",
        "999000001, 1.0 GB, 999 MB",
        "1850000000, 1.9 GB, 1.8 GB",
        "2000000000, 2.0 GB, 2.0 GB"
    })
    void whatIsNeededIsRoundedUpAndWhatIsFreeDown(long bytes, String needed, String free) {
        assertThat(Room.needed(bytes)).isEqualTo(needed);
        assertThat(Room.free(bytes)).isEqualTo(free);
    }
}
