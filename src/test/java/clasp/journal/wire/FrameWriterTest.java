package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    /// Code, flags, two lengths and an address of one byte.
    private static final int SET_OVERHEAD = 1 + 1 + 2 + 1 + 2;

    private static Message set(String address, WireValue value) {
        return new Message.Set(address, value, null, false, false, null);
    }

    private static Message text(int bytes) {
        return set("a", new WireValue.Text("x".repeat(bytes)));
    }

    @Test
    void timestampAndQosAreWrittenAsGiven() {
        byte[] frame = FrameWriter.write(new Message.Ping(), Qos.COMMIT, -2L);

        assertThat(frame).inHexadecimal().startsWith(0x53, 0xa1, 0, 1).hasSize(13);
        assertThat(FrameReader.read(frame))
                .isEqualTo(new Frame(Qos.COMMIT, -2L, Encoding.BINARY, new Message.Ping(), 0));
    }

    @Test
    void aMessageMayTakeExactlyWhatAFrameHolds() {
        int most = Frame.MAX_PAYLOAD_BYTES - SET_OVERHEAD;

        byte[] frame = FrameWriter.write(text(most), Qos.FIRE, 1L);

        assertThat(FrameReader.read(frame).message()).isEqualTo(text(most));
        assertThatThrownBy(() -> FrameWriter.write(text(most + 1), Qos.FIRE, 1L))
                .isInstanceOf(UnwritableMessageException.class)
                .hasMessage("The message takes more than the 65,535 bytes that a frame can carry.");
    }

    @Test
    void textBeyondSixteenBitsIsRefused() {
        assertThatThrownBy(() -> FrameWriter.write(text(65_536)))
                .isInstanceOf(UnwritableMessageException.class)
                .hasMessage("The string value takes 65536 bytes; 65,535 is the most.");
    }

    @Test
    void listsBeyondSixteenBitsAreRefused() {
        List<WireValue> items = new ArrayList<>(Collections.nCopies(65_536, new WireValue.Null()));

        assertThatThrownBy(() -> FrameWriter.write(set("a", new WireValue.Array(items))))
                .isInstanceOf(UnwritableMessageException.class)
                .hasMessage("There are 65536 items in an array; 65,535 is the most.");
    }

    @Test
    void halfASurrogatePairIsRefused() {
        for (String text : List.of("\ud83c", "\udf9b", "a\ud83cb", "\udf9b\ud83c")) {
            assertThatThrownBy(() -> FrameWriter.write(set(text, new WireValue.Null())))
                    .isInstanceOf(UnwritableMessageException.class)
                    .hasMessage("The address holds half a surrogate pair, which is no text.");
        }
        assertThat(FrameReader.read(FrameWriter.write(set("\ud83c\udf9b�", new WireValue.Null())))
                        .message())
                .isEqualTo(set("\ud83c\udf9b�", new WireValue.Null()));
    }

    @Test
    void numbersOutOfTheirRangeAreRefused() {
        assertThatThrownBy(() -> FrameWriter.write(new Message.Unsubscribe(1L << 32)))
                .isInstanceOf(UnwritableMessageException.class)
                .hasMessage("The subscription id is 4294967296; it must be from 0 to 4294967295.");
        assertThatThrownBy(() -> FrameWriter.write(new Message.Unsubscribe(-1)))
                .isInstanceOf(UnwritableMessageException.class);
        assertThatThrownBy(() -> FrameWriter.write(new Message.Error(65_536, "", null, null)))
                .isInstanceOf(UnwritableMessageException.class);
    }

    @Test
    void bundlesNestedTooDeepAreRefused() {
        Message message = new Message.Ping();
        for (int depth = 0; depth < BundleCodec.MAX_DEPTH; depth++) {
            message = new Message.Bundle(null, List.of(message));
        }
        Message deepest = message;

        assertThat(FrameReader.read(FrameWriter.write(deepest)).message()).isEqualTo(deepest);
        assertThat(MessageJson.read(MessageJson.write(deepest))).isEqualTo(deepest);
        Message deeper = new Message.Bundle(null, List.of(deepest));
        assertThatThrownBy(() -> FrameWriter.write(deeper)).isInstanceOf(UnwritableMessageException.class);
        assertThatThrownBy(() -> MessageJson.read(MessageJson.write(deeper)))
                .isInstanceOf(MessageSyntaxException.class);
    }
}
