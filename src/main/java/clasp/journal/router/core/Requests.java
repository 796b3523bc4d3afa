package clasp.journal.router.core;

import clasp.journal.model.SignalType;
import clasp.journal.query.AddressPattern;
import clasp.journal.wire.Feature;
import clasp.journal.wire.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers whatever changes no param: greetings, subscriptions, questions. Confined to one thread.
public final class Requests {
    private static final int VERSION = 1;
    private static final Set<Feature> FEATURES = EnumSet.complementOf(EnumSet.of(Feature.FEDERATION));

    private final String name;
    private final AccessToken token;
    private final Limits limits;
    private final ParamTable table;
    private final Subscriptions subscriptions;
    private final AnnouncedSignals signals;

    /// @param name what the router calls itself
    public Requests(String name, AccessToken token, Limits limits, ParamTable table, Subscriptions subscriptions) {
        this.name = name;
        this.token = token;
        this.limits = limits;
        this.table = table;
        this.subscriptions = subscriptions;
        this.signals = new AnnouncedSignals(limits.announcedSignals());
    }

    /// Why this client may not say this now; empty when it may. Before its HELLO it may say nothing else but PING.
    public Optional<Refusal> objection(Client client, Message message) {
        if (client.greeted() || message instanceof Message.Hello || message instanceof Message.Ping) {
            return Optional.empty();
        }
        return Optional.of(
                token.isRequired()
                        ? new Refusal(ErrorCodes.UNAUTHENTICATED, "Authentication required: say HELLO first.", null)
                        : new Refusal(ErrorCodes.REFUSED, "Say HELLO first.", null));
    }

    /// @param message none that [Writes] decides on, and no REPLAY
    public Answer answer(Client client, Message message, Moment now) {
        return switch (message) {
            case Message.Hello hello -> hello(client, hello, now);
            case Message.Subscribe subscribe -> subscribe(client, subscribe, now);
            case Message.Unsubscribe(long id) -> {
                subscriptions.remove(client.session(), id);
                yield Answer.NOTHING;
            }
            case Message.Get(String address) -> get(address, now);
            case Message.Query(String pattern) ->
                badPattern(pattern)
                        .map(Answer::of)
                        .orElseGet(() -> Answer.of(Pieces.result(signals.matching(pattern))));
            case Message.Announce announce ->
                signals.add(announce)
                        .map(Answer::of)
                        .orElseGet(() -> Answer.of(new Message.Ack(announce.namespace(), null, null, null, null)));
            case Message.Sync sync -> Answer.of(new Message.Sync(sync.t1(), now.micros(), now.micros()));
            case Message.Ping() -> Answer.of(new Message.Pong());
            case Message.Pong() -> Answer.NOTHING;
            case Message.FederationSync _ ->
                Answer.of(new Refusal(ErrorCodes.UNSUPPORTED, "This router does not federate.", null));
            case Message.Welcome _,
                    Message.Snapshot _,
                    Message.Ack _,
                    Message.Error _,
                    Message.Result _,
                    Message.Set _,
                    Message.Publish _,
                    Message.Bundle _,
                    Message.Replay _ ->
                Answer.of(new Refusal(ErrorCodes.REFUSED, "A router does not take " + message.kind() + ".", null));
        };
    }

    /// The client has gone: what it subscribed to and what it locked is free.
    public void forget(Client client) {
        subscriptions.removeAll(client.session());
        table.unlockAll(client.session());
    }

    /// What is malformed in a pattern.
    public static Optional<Refusal> badPattern(String pattern) {
        Optional<String> problem = pattern.isEmpty()
                ? Optional.of("The pattern is empty.")
                : AddressPattern.of(pattern).problem();
        return problem.map(sentence -> new Refusal(ErrorCodes.BAD_PATTERN, sentence, pattern));
    }

    private Answer hello(Client client, Message.Hello hello, Moment now) {
        Optional<String> objection = token.objection(hello.token());
        if (objection.isPresent()) {
            Refusal refusal = new Refusal(ErrorCodes.UNAUTHENTICATED, objection.get(), null);
            return new Answer(List.of(refusal.message()), Answer.NO_REST, true);
        }
        if (client.greeted()) {
            return Answer.of(new Refusal(ErrorCodes.REFUSED, "This session has said HELLO before.", null));
        }
        client.greet(hello.name());
        table.expire(now.steadyMicros());
        Message welcome = new Message.Welcome(VERSION, FEATURES, now.micros(), client.session(), name, null);
        return new Answer(List.of(welcome), Pieces.snapshot(table.all()), false);
    }

    private Answer subscribe(Client client, Message.Subscribe subscribe, Moment now) {
        Optional<Refusal> bad = badPattern(subscribe.pattern());
        if (bad.isPresent()) {
            return Answer.of(bad.get());
        }
        if (subscriptions.countOthers(client.session(), subscribe.id()) >= limits.subscriptions()) {
            return Answer.of(new Refusal(
                    ErrorCodes.TOO_MANY,
                    "A session can have " + limits.subscriptions() + " subscriptions at most.",
                    subscribe.pattern()));
        }
        subscriptions.add(client.session(), subscribe);
        table.expire(now.steadyMicros());
        boolean params = subscribe.types().isEmpty() || subscribe.types().contains(SignalType.PARAM);
        return params ? matching(AddressPattern.of(subscribe.pattern())) : Answer.NOTHING;
    }

    private Answer matching(AddressPattern pattern) {
        List<LiveParam> all = pattern.isLiteral() ? table.at(pattern.literalPrefix()) : table.all();
        return all.isEmpty() ? Answer.NOTHING : Answer.of(Pieces.matching(all, pattern));
    }

    private Answer get(String address, Moment now) {
        return table.read(address, now.steadyMicros())
                .map(Requests::snapshot)
                .orElseGet(() ->
                        Answer.of(new Refusal(ErrorCodes.NOT_FOUND, "There is no param at this address.", address)));
    }

    private static Answer snapshot(LiveParam param) {
        return param.untellable()
                .map(reason -> Answer.of(
                        new Refusal(ErrorCodes.FAILED, "The param cannot be sent. " + reason, param.address())))
                .orElseGet(() -> Answer.of(new Message.Snapshot(List.of(param.state()))));
    }
}
