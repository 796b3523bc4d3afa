package clasp.journal.cli;

import clasp.journal.query.AddressPattern;
import clasp.journal.router.core.ConflictStrategy;
import clasp.journal.router.core.Strategies;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `/mix/**=max`. Stateless.
final class StrategyRule implements ITypeConverter<Strategies.Rule> {
    @Override
    public Strategies.Rule convert(String text) {
        int equals = text.lastIndexOf('=');
        if (equals <= 0) {
            throw new TypeConversionException("'" + text + "' is no pattern with a strategy, as in /mix/**=max");
        }
        AddressPattern pattern = AddressPattern.of(text.substring(0, equals));
        if (pattern.problem().isPresent()) {
            throw new TypeConversionException(pattern.problem().get());
        }
        return new Strategies.Rule(pattern, strategy(text.substring(equals + 1)));
    }

    private static ConflictStrategy strategy(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "lww" -> ConflictStrategy.LAST_WRITE;
            case "max" -> ConflictStrategy.MAX;
            case "min" -> ConflictStrategy.MIN;
            case "lock" -> ConflictStrategy.LOCK;
            case "merge" -> ConflictStrategy.MERGE;
            default ->
                throw new TypeConversionException(
                        "there is no strategy '" + name + "', only lww, max, min, lock and merge");
        };
    }
}
