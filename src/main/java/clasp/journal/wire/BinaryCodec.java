package clasp.journal.wire;

/// The binary form of any message: a code of one byte, then what the codec of that message knows. Stateless.
final class BinaryCodec {
    private BinaryCodec() {}

    /// @param depth in how many bundles the message lies
    static Message read(ByteSource in, int depth) {
        int codeOffset = in.offset();
        int code = in.u8("message code");
        MessageKind kind = MessageKind.ofCode(code);
        if (kind == null) {
            throw new WireException(String.format("There is no message with the code 0x%02X.", code), codeOffset);
        }
        return switch (kind) {
            case HELLO -> HandshakeCodec.readHello(in);
            case WELCOME -> HandshakeCodec.readWelcome(in);
            case ANNOUNCE -> SignalListCodec.readAnnounce(in);
            case FEDERATION_SYNC -> FederationCodec.read(in);
            case SUBSCRIBE -> SubscribeCodec.read(in);
            case UNSUBSCRIBE -> new Message.Unsubscribe(in.u32("subscription id"));
            case PUBLISH -> PublishCodec.read(in);
            case SET -> SetCodec.read(in);
            case GET -> new Message.Get(in.text("address"));
            case SNAPSHOT -> SnapshotCodec.read(in);
            case REPLAY -> ReplayCodec.read(in);
            case BUNDLE -> BundleCodec.read(in, depth);
            case SYNC -> ReplyCodec.readSync(in);
            case PING -> new Message.Ping();
            case PONG -> new Message.Pong();
            case ACK -> ReplyCodec.readAck(in);
            case ERROR -> ReplyCodec.readError(in);
            case QUERY -> new Message.Query(in.text("pattern"));
            case RESULT -> SignalListCodec.readResult(in);
        };
    }

    static void write(Message message, ByteSink out, int depth) {
        out.u8(message.kind().code(), "message code");
        switch (message) {
            case Message.Hello hello -> HandshakeCodec.write(hello, out);
            case Message.Welcome welcome -> HandshakeCodec.write(welcome, out);
            case Message.Announce announce -> SignalListCodec.write(announce, out);
            case Message.FederationSync sync -> FederationCodec.write(sync, out);
            case Message.Subscribe subscribe -> SubscribeCodec.write(subscribe, out);
            case Message.Unsubscribe(long id) -> out.u32(id, "subscription id");
            case Message.Publish publish -> PublishCodec.write(publish, out);
            case Message.Set set -> SetCodec.write(set, out);
            case Message.Get(String address) -> out.text(address, "address");
            case Message.Snapshot snapshot -> SnapshotCodec.write(snapshot, out);
            case Message.Replay replay -> ReplayCodec.write(replay, out);
            case Message.Bundle bundle -> BundleCodec.write(bundle, out, depth);
            case Message.Sync sync -> ReplyCodec.write(sync, out);
            case Message.Ping(), Message.Pong() -> {}
            case Message.Ack ack -> ReplyCodec.write(ack, out);
            case Message.Error error -> ReplyCodec.write(error, out);
            case Message.Query(String pattern) -> out.text(pattern, "pattern");
            case Message.Result result -> SignalListCodec.write(result, out);
        }
    }
}
