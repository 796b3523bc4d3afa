package clasp.journal.ui.fx;

/// Writes numbers of bytes for people, in decimal units as file managers do. Thread-safe.
public final class SizeText {
    private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB", "EB"};

    private SizeText() {}

    /// `512 bytes`, `4.1 KB`, `148 KB`, `1.8 GB`; in German `512 Byte`, `4,1 KB`.
    public static String text(long bytes) {
        if (bytes < 1_000) {
            return Texts.text("fx.size.bytes", bytes);
        }
        int unit = 0;
        double amount = bytes / 1_000.0;
        while (amount >= 999.5 && unit < UNITS.length - 1) {
            amount /= 1_000;
            unit++;
        }
        return rounded(amount) + " " + UNITS[unit];
    }

    private static String rounded(double amount) {
        if (amount >= 99.95) {
            return Long.toString(Math.round(amount));
        }
        long tenths = Math.round(amount * 10);
        return Long.toString(tenths / 10) + Texts.decimalMark() + tenths % 10;
    }
}
