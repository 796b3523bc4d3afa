package clasp.journal.store;

/// What some addresses begin with: up to and including the first slash that does not lead, or to the end of an address
/// that has none. Immutable.
///
/// @param about how many entries have such an address, or about how many; at least 1
public record FirstSegment(String text, long about) {
    public static String of(String address) {
        int slash = address.indexOf('/', 1);
        return slash < 0 ? address : address.substring(0, slash + 1);
    }
}
