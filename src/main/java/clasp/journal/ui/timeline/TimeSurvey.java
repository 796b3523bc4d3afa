package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import java.util.List;

/// What there is to see of a journal's time. Immutable.
///
/// @param span from the least to the greatest timestamp, widened where it would be too short to show
/// @param home the part worth looking at first, see [HomeRange]
/// @param before how many entries lie before `home`
/// @param after how many entries lie after `home`
/// @param firstMicros the timestamp of the entry with the lowest seq
/// @param marks in no particular order
/// @param moreGaps whether only the first of the gaps are among the marks
record TimeSurvey(
        TimeRange span,
        TimeRange home,
        long before,
        long after,
        long firstMicros,
        List<TimelineMark> marks,
        boolean moreGaps) {
    TimeSurvey {
        marks = List.copyOf(marks);
    }
}
