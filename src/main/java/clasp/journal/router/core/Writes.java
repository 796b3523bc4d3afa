package clasp.journal.router.core;

import clasp.journal.model.SnapshotJson;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.UnwritableMessageException;
import clasp.journal.wire.WireValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides on SET, PUBLISH and BUNDLE. What is accepted is in the table at once, so that the next decision builds on
/// it, and can be taken back as long as nobody was told. Confined to one thread.
public final class Writes {
    /// In characters: far less than fits.
    private static final int SMALL = 4_096;

    private final ParamTable table;

    public Writes(ParamTable table) {
        this.table = table;
    }

    /// Whether a message is one to decide on here.
    public static boolean concerns(Message message) {
        return message instanceof Message.Set
                || message instanceof Message.Publish
                || message instanceof Message.Bundle;
    }

    /// @param author the session that sent it
    public Decision decide(Message message, String author, Moment now) {
        List<Change> changes = new ArrayList<>();
        List<Message> parts = message instanceof Message.Bundle bundle ? bundle.messages() : List.of(message);
        for (Message part : parts) {
            Optional<Refusal> refusal = apply(part, author, now, changes);
            if (refusal.isPresent()) {
                takeBack(changes);
                return new Decision.Refused(refusal.get());
            }
        }
        return new Decision.Accepted(changes, message instanceof Message.Bundle ? bundleAck(changes) : ack(changes));
    }

    /// Makes it as if the changes had not been; they must be the last ones that were decided on.
    public void takeBack(List<Change> changes) {
        for (Change change : changes.reversed()) {
            if (change instanceof Change.ParamSet set) {
                table.takeBack(set);
            }
        }
    }

    private Optional<Refusal> apply(Message part, String author, Moment now, List<Change> changes) {
        switch (part) {
            case Message.Set set -> {
                switch (table.set(set, author, now)) {
                    case ParamTable.Outcome.Refused(Refusal refusal) -> {
                        return Optional.of(refusal);
                    }
                    case ParamTable.Outcome.Accepted(Change.ParamSet change) -> {
                        changes.add(change);
                        return unfit(change);
                    }
                }
            }
            case Message.Publish publish -> {
                changes.add(new Change.Published(publish, author, now.micros()));
                return unfit(publish.address(), publish);
            }
            default -> {
                return Optional.of(new Refusal(
                        ErrorCodes.REFUSED,
                        "A bundle holds SET and PUBLISH messages only, not " + part.kind() + ".",
                        null));
            }
        }
    }

    /// A param must fit whatever is to carry it: a SNAPSHOT, which is longer than the SET, and the journal's snapshot.
    private static Optional<Refusal> unfit(Change.ParamSet change) {
        if (isSmall(change.address(), change.after().value())
                && !change.address().isEmpty()) {
            return Optional.empty();
        }
        return unfit(
                        change.address(),
                        new Message.Snapshot(List.of(change.after().state())))
                .or(() -> SnapshotJson.claspRefusal(change.after().param())
                        .map(reason -> new Refusal(
                                ErrorCodes.REFUSED,
                                "The value is nested too deep to be part of a journal's snapshot.",
                                change.address())));
    }

    /// Whether it certainly fits, which for most values can be told at a glance. No character takes more than
    /// three bytes for each `char`, and nothing is nested here.
    private static boolean isSmall(String address, WireValue value) {
        return address.length() < SMALL
                && switch (value) {
                    case WireValue.Null _, WireValue.Bool _, WireValue.Int _ -> true;
                    case WireValue.Real(boolean _, double number) -> Double.isFinite(number);
                    case WireValue.Text(String text) -> text.length() < SMALL;
                    case WireValue.Bytes _, WireValue.Array _, WireValue.Map _ -> false;
                };
    }

    private static Optional<Refusal> unfit(String address, Message carrier) {
        if (address.isEmpty()) {
            return Optional.of(new Refusal(ErrorCodes.REFUSED, "The address is empty.", null));
        }
        try {
            FrameWriter.write(carrier);
            return Optional.empty();
        } catch (UnwritableMessageException tooLarge) {
            return Optional.of(new Refusal(
                    ErrorCodes.REFUSED, "The value is too large to be sent in a " + carrier.kind() + ".", address));
        }
    }

    private static @Nullable Message ack(List<Change> changes) {
        return changes.getFirst() instanceof Change.ParamSet set ? set.ack() : null;
    }

    /// As CLASP answers a bundle: no address, the revision that the last SET led to.
    private static Message bundleAck(List<Change> changes) {
        Long revision = null;
        for (Change change : changes) {
            if (change instanceof Change.ParamSet set) {
                revision = set.after().revision();
            }
        }
        return new Message.Ack(null, revision, null, null, null);
    }
}
