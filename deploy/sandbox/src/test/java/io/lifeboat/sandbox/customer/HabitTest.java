package io.lifeboat.sandbox.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HabitTest {

    private static final Instant LOOKED_UP = Instant.parse("2026-11-22T08:00:00Z");
    private static final Habit.Known KNOWN = new Habit.Known("127.0.0.1", LOOKED_UP, Duration.ofSeconds(5));

    @Test
    void shouldLookUpAgainWhenTheTtlIsOver() {
        var habit = new Habit.FollowsTtl();

        assertThat(habit.keeps(KNOWN, LOOKED_UP.plusSeconds(4), true)).isTrue();
        assertThat(habit.keeps(KNOWN, LOOKED_UP.plusSeconds(5), false)).isFalse();
    }

    @Test
    void shouldHoldTheConnectionForAsLongAsItServes() {
        var habit = new Habit.HoldsConnection();

        assertThat(habit.keeps(KNOWN, LOOKED_UP.plusSeconds(3600), false)).isTrue();
        assertThat(habit.keeps(KNOWN, LOOKED_UP.plusSeconds(1), true)).isFalse();
    }

    @Test
    void shouldHoldTheAddressHoweverOftenItFails() {
        var habit = new Habit.HoldsAddress(Duration.ofMinutes(5));

        assertThat(habit.keeps(KNOWN, LOOKED_UP.plusSeconds(299), true)).isTrue();
        assertThat(habit.keeps(KNOWN, LOOKED_UP.plusSeconds(300), false)).isFalse();
    }

    @Test
    void shouldSpreadTheTurnsOfAKindEvenly() {
        var kind = Kind.cached(20, Duration.ofSeconds(20));

        assertThat(kind.phase(0, Duration.ofSeconds(20))).isZero();
        assertThat(kind.phase(19, Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(19));
    }
}
