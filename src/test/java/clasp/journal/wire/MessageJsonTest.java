package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.SignalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageJsonTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                                     | A message must be an object.
        7                                                      | A message must be an object.
        {}                                                     | "type" is missing.
        {"type":7}                                             | "type" must be a string.
        {"type":"set"}                                         | "type" is "set", which is not known.
        {"type":"SET","address":"/a"}                          | "value" is missing.
        {"type":"SET","value":1}                               | "address" is missing.
        {"type":"GET","address":null}                          | "address" is missing.
        {"type":"GET","address":1}                             | "address" must be a string.
        {"type":"SET","address":"","value":1,"lock":1}         | "lock" must be true or false.
        {"type":"SET","address":"","value":1,"revision":-1}    | "revision" must be an integer from 0 to 18446744073709551615.
        {"type":"SYNC","t1":18446744073709551616}              | "t1" must be an integer from 0 to 18446744073709551615.
        {"type":"SYNC","t1":1.0}                               | "t1" must be an integer from 0 to 18446744073709551615.
        {"type":"UNSUBSCRIBE","id":4294967296}                 | "id" must be an integer from 0 to 4294967295.
        {"type":"HELLO","version":256,"name":""}               | "version" must be an integer from 0 to 255.
        {"type":"ERROR","code":65536,"message":""}             | "code" must be an integer from 0 to 65535.
        {"type":"REPLAY","pattern":"","types":["midi"]}        | "types[0]" is "midi", which is not known.
        {"type":"REPLAY","pattern":"","types":"param"}         | "types" must be a list.
        {"type":"PUBLISH","address":"","phase":"begin"}        | "phase" is "begin", which is not known.
        {"type":"PUBLISH","address":"","samples":[1,"2"]}      | "samples[1]" must be a number.
        {"type":"SNAPSHOT","params":[1]}                       | params[0] must be an object.
        {"type":"SNAPSHOT","params":[{"address":"a"}]}         | "params[0].value" is missing.
        {"type":"BUNDLE","messages":[{"type":"PING"},{}]}      | "messages[1].type" is missing.
        {"type":"SET","address":"","value":1,"ttl":"Never "}   | "ttl" must be "Never", {"Absolute":seconds} or {"Sliding":seconds}.
        {"type":"SET","address":"","value":1,"ttl":5}          | "ttl" must be "Never", {"Absolute":seconds} or {"Sliding":seconds}.
        {"type":"SET","address":"","value":1,"ttl":{"Absolute":2147483648}} | "ttl.Absolute" must be an integer from 0 to 2147483647.
        {"type":"FEDERATION_SYNC","op":"RevisionVector","revisions":{"/a":"1"}} | "revisions./a" must be an integer from 0 to 18446744073709551615.
        {"type":"ANNOUNCE","namespace":"","signals":[{"address":"","type":"param","meta":{"range":[1]}}]} | "signals[0].meta.range" must have two numbers.
        """)
    void jsonThatIsNoMessageIsRefusedWithTheField(String json, String complaint) {
        assertThatThrownBy(() -> MessageJson.read(json))
                .isInstanceOf(MessageSyntaxException.class)
                .hasMessage(complaint);
    }

    @Test
    void brokenJsonIsRefusedWithTheCharacter() {
        assertThatThrownBy(() -> MessageJson.read("{\"type\":\"PING\"} x"))
                .isInstanceOf(MessageSyntaxException.class)
                .hasMessageStartingWith("At character 17, this is not JSON: ");
    }

    @Test
    void whatTheBinaryFormHasNoRoomForIsKeptInJson() {
        String json = "{\"type\":\"PUBLISH\",\"address\":\"/t\",\"phase\":\"start\",\"timeline\":{\"keyframes\":[]}}";

        Message.Publish publish = (Message.Publish) MessageJson.read(json);

        assertThat(MessageJson.write(publish)).isEqualTo(json);
        assertThat(publish.signal()).isNull();
        assertThat(publish.signalOrEvent()).isEqualTo(SignalType.EVENT);
    }

    @Test
    void nanIsWrittenAsNull() {
        Message message = new Message.Publish(
                "/s",
                SignalType.STREAM,
                new PublishBody.Samples(java.util.List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1.0)),
                null,
                null,
                GesturePhase.START,
                null,
                null);

        assertThat(MessageJson.write(message)).contains("\"samples\":[null,null,1.0]");
    }
}
