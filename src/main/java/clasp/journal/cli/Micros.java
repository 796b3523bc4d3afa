package clasp.journal.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a timestamp: µs since the Unix epoch, up to 2^64 - 1. Stateless.
final class Micros implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a number of microseconds from 0 to 18446744073709551615."
                            + " Dates are for --filter, as in --filter 'from:2024-02-21'");
        }
    }
}
