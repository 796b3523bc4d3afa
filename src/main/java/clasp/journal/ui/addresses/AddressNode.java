package clasp.journal.ui.addresses;

/// A line of the tree. Immutable.
sealed interface AddressNode {
    /// Tells lines apart, also after the journal has grown.
    String key();

    /// How many there are.
    long entries();

    /// Every address.
    ///
    /// @param addresses how many
    record All(long addresses, long entries) implements AddressNode {
        static final String KEY = "all";

        @Override
        public String key() {
            return KEY;
        }
    }

    /// What ends or goes on with a segment.
    sealed interface Named extends AddressNode {
        /// The text from the beginning of the address to the end of the segment.
        String path();

        /// The segment; for the first one of an address that begins with a slash, with that slash.
        String name();
    }

    /// An address.
    ///
    /// @param lastSeq the highest seq of its entries
    record Leaf(String path, String name, long lastSeq, long entries) implements Named {
        @Override
        public String key() {
            return "leaf " + path;
        }
    }

    /// The addresses that begin with `path` and a slash. An address `path` of its own is another line beside this
    /// one, as no pattern matches both.
    ///
    /// @param from index of the first of them in the list
    /// @param to end of those
    record Branch(String path, String name, int from, int to, long entries) implements Named {
        @Override
        public String key() {
            return key(path);
        }

        static String key(String path) {
            return "branch " + path;
        }
    }

    /// Stands for further lines.
    ///
    /// @param parentKey whose lines they are
    /// @param lines how many are not shown
    /// @param found whether these are lines with found addresses, and only their entries are counted
    record More(String parentKey, long lines, long entries, boolean found) implements AddressNode {
        @Override
        public String key() {
            return "more " + parentKey;
        }
    }

    /// A line before its entries have been counted: as many as it says are there only about.
    record Estimated(AddressNode line) implements AddressNode {
        @Override
        public String key() {
            return line.key();
        }

        @Override
        public long entries() {
            return line.entries();
        }
    }

    default boolean sameLine(AddressNode other) {
        return key().equals(other.key());
    }
}
