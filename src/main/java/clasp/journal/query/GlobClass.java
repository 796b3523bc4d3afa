package clasp.journal.query;

/// What a class like `[a-z]` or `[!a]` says of one byte. Immutable.
///
/// @param end the place after its `]`; [GlobSyntax#NOWHERE] when it is not closed
/// @param contains whether the byte is of the class
record GlobClass(int end, boolean contains) {
    private static final GlobClass UNCLOSED = new GlobClass(GlobSyntax.NOWHERE, false);

    /// @param start the place of the `[`
    static GlobClass at(byte[] glob, int start, byte candidate) {
        int sought = Byte.toUnsignedInt(candidate);
        int index = start + 1;
        boolean negated = index < glob.length && (glob[index] == '!' || glob[index] == '^');
        if (negated) {
            index++;
        }
        boolean listed = false;
        boolean first = true;
        while (index < glob.length && (first || glob[index] != ']')) {
            first = false;
            int lowAt = memberAt(glob, index);
            if (lowAt >= glob.length) {
                return UNCLOSED;
            }
            int low = member(glob, index);
            int high = low;
            index = lowAt + 1;
            if (index + 1 < glob.length && glob[index] == '-' && glob[index + 1] != ']') {
                int highAt = memberAt(glob, index + 1);
                if (highAt >= glob.length) {
                    return UNCLOSED;
                }
                high = member(glob, index + 1);
                index = highAt + 1;
            }
            listed |= low <= sought && sought <= high;
        }
        return index >= glob.length ? UNCLOSED : new GlobClass(index + 1, listed != negated);
    }

    /// Where the byte stands that the member beginning at `index` means: behind a backslash, if there is one.
    private static int memberAt(byte[] glob, int index) {
        return glob[index] == '\\' ? index + 1 : index;
    }

    private static int member(byte[] glob, int index) {
        return Byte.toUnsignedInt(glob[index] == '\\' ? GlobSyntax.escaped(glob[index + 1]) : glob[index]);
    }
}
