package io.lifeboat.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.MaintenanceWindow.Day;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceWindowTest {

    /** A Sunday. */
    private static final String SUNDAY = "2026-11-22T";

    private static final String MONDAY = "2026-11-23T";

    @Test
    void shouldBeginWithItsFirstMinuteAndBeOverWithItsLast() {
        MaintenanceWindow window = new MaintenanceWindow("02:00", "03:00", null, null);

        assertThat(window.covers(at(SUNDAY + "01:59:59Z"))).isFalse();
        assertThat(window.covers(at(SUNDAY + "02:00:00Z"))).isTrue();
        assertThat(window.covers(at(SUNDAY + "02:59:59Z"))).isTrue();
        assertThat(window.covers(at(SUNDAY + "03:00:00Z"))).isFalse();
    }

    @Test
    void shouldKeepToItsZoneAndItsDays() {
        MaintenanceWindow window = new MaintenanceWindow("02:00", "03:00", "Europe/Berlin", List.of(Day.SUN));

        assertThat(window.covers(at(SUNDAY + "01:30:00Z")))
                .as("half past two in Berlin")
                .isTrue();
        assertThat(window.covers(at(SUNDAY + "02:30:00Z"))).isFalse();
        assertThat(window.covers(at(MONDAY + "01:30:00Z"))).isFalse();
    }

    @Test
    void shouldGoOnPastMidnightAndBelongToTheDayItBeganOn() {
        MaintenanceWindow window = new MaintenanceWindow("23:00", "01:00", "UTC", List.of(Day.SUN));

        assertThat(window.covers(at(SUNDAY + "23:30:00Z"))).isTrue();
        assertThat(window.covers(at(MONDAY + "00:30:00Z"))).isTrue();
        assertThat(window.covers(at(SUNDAY + "00:30:00Z")))
                .as("that began on Saturday")
                .isFalse();
        assertThat(window.covers(at(MONDAY + "23:30:00Z"))).isFalse();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
