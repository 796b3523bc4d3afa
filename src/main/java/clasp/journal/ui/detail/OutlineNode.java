package clasp.journal.ui.detail;

/// A line of the value's tree: a place in the text. Immutable.
sealed interface OutlineNode {
    /// What the part is called: the key as stored, `[3]` in an array, nothing for the whole.
    String label();

    int start();

    /// After the part's last character.
    int end();

    /// A number, a string, `true`, `false`, `null`.
    record Leaf(String label, int start, int end) implements OutlineNode {}

    /// An array or a map.
    record Container(String label, int start, int end, boolean map, int size) implements OutlineNode {}

    /// Some of the items or members of a large array or map, from one index to another, inclusive.
    record Run(int first, int last, int start, int end, boolean map) implements OutlineNode {
        @Override
        public String label() {
            return "";
        }
    }

    /// Stands for parts that are still being found.
    record Waiting() implements OutlineNode {
        @Override
        public String label() {
            return "";
        }

        @Override
        public int start() {
            return 0;
        }

        @Override
        public int end() {
            return 0;
        }
    }
}
