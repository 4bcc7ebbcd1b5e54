package io.lifeboat.detector.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlewedClockTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration NEARLY = Duration.ofMillis(40);

    private Instant wall = Instant.parse("2026-11-22T08:00:00Z");
    private Duration elapsed = Duration.ofDays(3);
    private final SlewedClock clock = new SlewedClock(() -> wall, () -> new Moment(elapsed.toNanos()));

    @Test
    void shouldShowTheWallClockWhileThatGoesEvenly() {
        pass(HOUR);

        assertThat(clock.instant()).isEqualTo(wall);
    }

    @Test
    void shouldKeepTheLengthOfWhatHappensWhileTheWallClockIsSteppedForwardOrBack() {
        Instant before = clock.instant();
        pass(Duration.ofSeconds(20));
        wall = wall.plus(HOUR);
        assertThat(Duration.between(before, clock.instant())).isCloseTo(Duration.ofSeconds(20), NEARLY);

        wall = wall.minus(HOUR.multipliedBy(2));
        pass(Duration.ofSeconds(20));
        assertThat(Duration.between(before, clock.instant())).isCloseTo(Duration.ofSeconds(40), NEARLY);
    }

    @Test
    void shouldFollowAWallClockThatDriftsFromTheMonotonicOne() {
        for (int minute = 0; minute < 60; minute++) {
            elapsed = elapsed.plusSeconds(60);
            wall = wall.plusSeconds(60).plusMillis(30);
            assertThat(clock.instant()).isEqualTo(wall);
        }
    }

    @Test
    void shouldNeverGoBackHoweverOftenItIsRead() {
        Instant latest = clock.instant();
        wall = wall.minus(HOUR);
        for (int i = 0; i < 100; i++) {
            elapsed = elapsed.plusNanos(700);
            Instant next = clock.instant();
            assertThat(next).isAfterOrEqualTo(latest);
            latest = next;
        }
    }

    private void pass(Duration time) {
        elapsed = elapsed.plus(time);
        wall = wall.plus(time);
    }
}
