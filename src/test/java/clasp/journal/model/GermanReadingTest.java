package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.OwnLanguage;
import org.junit.jupiter.api.Test;

/// What is wrong with a stored value or snapshot is said in the language of the process.
@OwnLanguage("de-DE")
class GermanReadingTest {
    @Test
    void aValueThatIsNoJson() {
        assertThat(ValueSyntax.problem("{\"a\":wrong}"))
                .hasValueSatisfying(problem ->
                        assertThat(problem).hasMessage("Der Text ist kein JSON: „wrong“ ist hier nicht erlaubt."));
        assertThat(ValueSyntax.problem(" "))
                .hasValueSatisfying(problem -> assertThat(problem).hasMessage("Der Wert ist leer."));
    }

    @Test
    void anEntryThatClaspReadsDifferently() {
        var entry = new Entry(1, 0, "a", "/a", "Lärm", "1", null, 0x121);
        assertThat(ClaspReading.EVENT_FOR_SIGNAL_TYPE.sentence(entry))
                .isEqualTo("CLASP kennt den Signaltyp „Lärm“ nicht; CLASP sieht „event“.");
        assertThat(ClaspReading.MSG_TYPE_CUT.sentence(entry))
                .isEqualTo("Der Nachrichtentyp 289 passt nicht in 8 Bits; CLASP sieht 33 (SET).");
    }

    @Test
    void aSnapshotWithDamage() {
        String json = "[7,{\"address\":\"/b\",\"revision\":1,\"writer\":\"w\",\"timestamp\":1}";
        assertThat(SnapshotJson.read(new SnapshotInfo(1, 0, 0, 0), json).damage())
                .isEqualTo("Element 1 des Snapshots ist kein Param und wurde ausgelassen. Param 2 (Adresse \"/b\") hat"
                        + " kein Feld value und wurde ausgelassen. Das Lesen endete bei Zeichen " + json.length()
                        + ", nach 0 Params: Von da an ist der Text kein JSON.");
    }
}
