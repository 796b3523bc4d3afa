package clasp.journal.ui.detail;

import clasp.journal.store.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// The parts of a value, found in its text as somebody looks at them: nothing is parsed into objects, so that a value
/// of 50 MB costs no more than its text, and numbers, keys and strings are shown exactly as they are stored. Immutable.
///
/// @param text one JSON value
/// @param top the parts of the root
record Outline(String text, OutlineNode root, List<OutlineNode> top) {
    /// Larger arrays and maps are shown in runs of this many.
    static final int RUN = 1_000;

    /// @param text known to be one JSON value
    static Outline of(String text, Cancellation cancellation) {
        var walk = new JsonWalk(text, 0);
        walk.skipBlanks();
        OutlineNode root = value(walk, text, "");
        return new Outline(text, root, children(text, root, cancellation));
    }

    /// The parts of a part. Takes time in proportion to the length of its text.
    List<OutlineNode> children(OutlineNode node, Cancellation cancellation) {
        return node.equals(root) ? top : children(text, node, cancellation);
    }

    String text(OutlineNode node) {
        return text.substring(node.start(), node.end());
    }

    /// At most so many characters of a part's text.
    String beginning(OutlineNode node, int max) {
        return text.substring(node.start(), Math.min(node.end(), node.start() + max));
    }

    private static List<OutlineNode> children(String text, OutlineNode node, Cancellation cancellation) {
        return switch (node) {
            case OutlineNode.Leaf _, OutlineNode.Waiting _ -> List.of();
            case OutlineNode.Container container -> {
                var walk = new JsonWalk(text, container.start() + 1);
                yield container.size() > RUN
                        ? runs(walk, text, container, cancellation)
                        : members(walk, text, 0, container.size() - 1, container.map(), cancellation);
            }
            case OutlineNode.Run run ->
                members(new JsonWalk(text, run.start()), text, run.first(), run.last(), run.map(), cancellation);
        };
    }

    private static List<OutlineNode> runs(
            JsonWalk walk, String text, OutlineNode.Container container, Cancellation cancellation) {
        var runs = new ArrayList<OutlineNode>(container.size() / RUN + 1);
        walk.skipBlanks();
        for (int first = 0; first < container.size(); first += RUN) {
            cancellation.check();
            int last = Math.min(first + RUN, container.size()) - 1;
            int start = walk.position();
            int end = start;
            for (int i = first; i <= last; i++) {
                end = member(walk, text, i, container.map()).end();
            }
            runs.add(new OutlineNode.Run(first, last, start, end, container.map()));
        }
        return runs;
    }

    private static List<OutlineNode> members(
            JsonWalk walk, String text, int first, int last, boolean map, Cancellation cancellation) {
        var members = new ArrayList<OutlineNode>();
        walk.skipBlanks();
        for (int i = first; i <= last; i++) {
            cancellation.check();
            members.add(member(walk, text, i, map));
        }
        return members;
    }

    /// Reads an item or a member, and steps to the next.
    private static OutlineNode member(JsonWalk walk, String text, int index, boolean map) {
        String label;
        if (map) {
            int start = walk.position();
            walk.skipString();
            label = key(text.substring(start, walk.position()));
            walk.skipBlanks();
            walk.skip(':');
        } else {
            label = "[" + index + "]";
        }
        OutlineNode node = value(walk, text, label);
        walk.skipBlanks();
        walk.skip(',');
        return node;
    }

    private static OutlineNode value(JsonWalk walk, String text, String label) {
        int start = walk.position();
        int size = walk.skipValue();
        return size == JsonWalk.NO_CONTAINER
                ? new OutlineNode.Leaf(label, start, walk.position())
                : new OutlineNode.Container(label, start, walk.position(), text.charAt(start) == '{', size);
    }

    /// Without its quotes, unless nothing or only blanks would be seen.
    private static String key(String quoted) {
        String key = quoted.substring(1, quoted.length() - 1);
        return key.isBlank() || !key.equals(key.strip()) ? quoted : key;
    }
}
