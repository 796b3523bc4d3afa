package clasp.journal.export;

/// How a value is written to CSV.
public enum ValueFormat {
    /// The stored text, byte for byte: strings keep their quotes, `1` and `1.0` differ.
    RAW,
    /// A string without its quotes and escapes; everything else as stored.
    PLAIN,
    /// As PLAIN, and a column for each place inside of arrays and maps, such as `value.x` or `value.keys.0.time`.
    /// The columns are found by reading all matches once before, at most [#MAX_COLUMNS]. The column `value` then
    /// holds scalars, and those arrays and maps of which not everything found a column.
    FLATTENED;

    /// Most columns that one value is spread over.
    public static final int MAX_COLUMNS = 200;
}
