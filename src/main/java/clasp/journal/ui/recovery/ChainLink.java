package clasp.journal.ui.recovery;

import clasp.journal.recovery.Fate;
import clasp.journal.recovery.ParamStory;
import clasp.journal.recovery.RecoveryRule;
import java.util.ArrayList;
import java.util.List;

/// A line of the chain that led to a value. Immutable.
sealed interface ChainLink {
    /// @param decisive whether the param has its value from there
    record Step(ParamStory.Step step, boolean decisive) implements ChainLink {}

    record Omitted(long count) implements ChainLink {}

    record Stored(ParamStory story) implements ChainLink {}

    record Nothing() implements ChainLink {}

    /// The newest entry first, down to the snapshot or the first entry.
    static List<ChainLink> of(ParamStory story) {
        List<ChainLink> links = new ArrayList<>();
        long setBy = story.outcome() == null ? Long.MIN_VALUE : story.outcome().seq();
        List<ParamStory.Step> steps = story.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (i + 1 == story.gapAfter() && story.omitted() > 0) {
                links.add(new Omitted(story.omitted()));
            }
            links.add(new Step(steps.get(i), steps.get(i).entry().seq() == setBy));
        }
        if (story.inSnapshot() != null) {
            // As documented the snapshot stands above the entries that it covers; a router takes it before all of them.
            int covered = story.rule() == RecoveryRule.CLASP_ROUTER ? links.size() : firstCovered(links);
            links.add(covered, new Stored(story));
        }
        if (links.isEmpty()) {
            links.add(new Nothing());
        }
        return links;
    }

    private static int firstCovered(List<ChainLink> links) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i) instanceof Step(ParamStory.Step step, boolean decisive)
                    && step.fate() instanceof Fate.BeforeSnapshot) {
                return i;
            }
        }
        return links.size();
    }
}
