package clasp.journal.wire;

import clasp.journal.model.SignalType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The signals of ANNOUNCE and RESULT from their named fields. Stateless.
final class SignalFields {
    private SignalFields() {}

    static List<SignalDefinition> signals(Fields message) {
        List<SignalDefinition> signals = new ArrayList<>();
        for (Fields fields : message.objects("signals")) {
            signals.add(new SignalDefinition(
                    fields.text("address"),
                    fields.named("type", text -> SignalType.of(text).orElse(null)),
                    fields.optionalText("datatype"),
                    fields.optionalText("access"),
                    meta(fields.optionalObject("meta"))));
        }
        return signals;
    }

    private static @Nullable SignalMeta meta(@Nullable Fields fields) {
        return fields == null
                ? null
                : new SignalMeta(
                        fields.optionalText("unit"),
                        range(fields),
                        fields.optionalValue("default"),
                        fields.optionalText("description"));
    }

    private static SignalMeta.@Nullable Range range(Fields meta) {
        List<Double> bounds = meta.optionalReals("range");
        if (bounds == null) {
            return null;
        }
        if (bounds.size() != 2) {
            throw meta.wrong("range", "must have two numbers");
        }
        return new SignalMeta.Range(bounds.get(0), bounds.get(1));
    }
}
