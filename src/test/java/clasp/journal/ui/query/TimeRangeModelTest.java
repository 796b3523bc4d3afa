package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.TimeRange;
import clasp.journal.testing.Entries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimeRangeModelTest {
    private static final long T = 1_708_500_000_000_000L;

    private final QueryBarFixture tab = new QueryBarFixture(Entries.at(T, "/a"), Entries.at(T + 34_512, "/b"));
    private final TimeRangeModel time = tab.bar.time();

    private void write(String from, String to) {
        time.from().text().set(from);
        time.to().text().set(to);
    }

    @Test
    void theTextsShowTheRangeInForceToTheMicrosecond() {
        tab.setElsewhere("type:param from:2024-02-21T07:20:00.000250Z to:+5m");
        time.load();
        assertThat(time.from().text().get()).isEqualTo("2024-02-21 07:20:00.000250");
        assertThat(time.to().text().get()).isEqualTo("2024-02-21 07:25:00.000250");
    }

    @Test
    void applyingChangesTheRangeAndLeavesTheRest() {
        tab.typeAndWait("type:param");
        time.load();
        write("2024-02-21 07:20:00.000250", "");
        assertThat(time.apply()).isTrue();
        assertThat(tab.inForce()).isEqualTo("type:param from:2024-02-21T07:20:00.000250Z");
        write("2024-02-21 07:20:00.000250", "2024-02-21");
        time.apply();
        assertThat(tab.browsing.query().get().time().toMicros()).isEqualTo(1_708_559_999_999_999L);
        write("", "");
        time.apply();
        assertThat(tab.inForce()).isEqualTo("type:param");
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsToldAndNotApplied() {
        write("2024-02-21 07:20:00.000250", "2024-02-21 07:20:00.000249");
        assertThat(time.problem().get()).contains("ends before it begins");
        assertThat(time.apply()).isFalse();
        assertThat(tab.inForce()).isEmpty();
    }

    @Test
    void whatIsNoTimeIsToldAndNotApplied() {
        write("yesterday", "");
        assertThat(time.problem().get()).startsWith("From");
        assertThat(time.apply()).isFalse();
        write("", "2024-02-30");
        assertThat(time.problem().get()).startsWith("To");
    }

    @Test
    void anotherDayLeavesTheTimeOfDay() {
        write("2024-02-21 07:20:00.000250", "");
        time.from().pick(LocalDate.of(2024, 3, 1), time.moments());
        time.to().pick(LocalDate.of(2024, 3, 2), time.moments());
        assertThat(time.from().text().get()).isEqualTo("2024-03-01 07:20:00.000250");
        assertThat(time.to().text().get()).isEqualTo("2024-03-02 23:59:59.999999");
    }

    @Test
    void theLastSecondsCountFromTheLastEntryAndStayOpen() {
        time.take(TimePreset.LAST_10S);
        tab.background.runAll();
        assertThat(tab.browsing.query().get().time()).isEqualTo(new TimeRange(T + 34_512 - 10_000_000, -1L));
    }

    @Test
    void presetsAroundTheSelectedEntryNeedOne() {
        assertThat(time.available(TimePreset.SELECTED_1S)).isFalse();
        time.take(TimePreset.SELECTED_1S);
        assertThat(tab.inForce()).isEmpty();
        tab.browsing.selected().set(Entries.at(500_000, "/a"));
        assertThat(time.available(TimePreset.SELECTED_1S)).isTrue();
        time.take(TimePreset.SELECTED_1S);
        assertThat(tab.browsing.query().get().time()).isEqualTo(new TimeRange(0, 1_500_000));
        tab.browsing.selected().set(Entries.at(-5L, "/a"));
        time.take(TimePreset.SELECTED_10S);
        assertThat(tab.browsing.query().get().time()).isEqualTo(new TimeRange(-10_000_005L, -1L));
    }

    @Test
    void whatTheTableShowsCanBeTaken() {
        assertThat(time.available(TimePreset.VISIBLE)).isFalse();
        tab.browsing.visibleTime().set(new TimeRange(T, T + 5));
        time.take(TimePreset.VISIBLE);
        assertThat(tab.browsing.query().get().time()).isEqualTo(new TimeRange(T, T + 5));
        time.take(TimePreset.ALL);
        assertThat(tab.inForce()).isEmpty();
    }

    @Test
    void anEmptyJournalHasNoLastEntry() {
        assertThat(new QueryBarFixture().bar.time().available(TimePreset.LAST_1H))
                .isFalse();
    }
}
