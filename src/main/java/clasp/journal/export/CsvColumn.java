package clasp.journal.export;

/// The columns of a CSV file, named in its header as CLASP names the fields.
public enum CsvColumn {
    SEQ("seq"),
    TIMESTAMP("timestamp"),
    AUTHOR("author"),
    ADDRESS("address"),
    SIGNAL_TYPE("signal_type"),
    VALUE("value"),
    REVISION("revision"),
    MSG_TYPE("msg_type");

    private final String header;

    CsvColumn(String header) {
        this.header = header;
    }

    public String header() {
        return header;
    }
}
