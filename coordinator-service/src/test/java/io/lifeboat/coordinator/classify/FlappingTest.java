package io.lifeboat.coordinator.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlappingTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

    private Instant now = BEGIN;
    private Flapping flapping = Flapping.none(BEGIN);
    private boolean agreed;

    @Test
    void shouldNotTakeABlipAndALossAfterItForFlapping() {
        change(10);
        change(43);
        change(20);
        steady(600);

        assertThat(flapping.flaps()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 20, 30, 40, 60})
    void shouldSaySoWithin21SamplesOfWhatComesAndGoesHalfTheTime(int period) {
        int samples = 0;
        while (!flapping.flaps() && samples <= Flapping.SAMPLES) {
            Instant sampled = flapping.sampledAt();
            change(period / 2.0);
            samples += 1
                    + (int) Math.max(
                            0,
                            Duration.between(sampled, flapping.sampledAt())
                                            .minusMillis(1)
                                            .toSeconds()
                                    / 15);
        }

        assertThat(flapping.flaps()).isTrue();
        assertThat(samples).isLessThanOrEqualTo(Flapping.SAMPLES);
    }

    @Test
    void shouldNotCallAnOutageOfMinutesAndAnotherOneFlapping() {
        for (int i = 0; i < 20; i++) {
            change(120);
        }

        assertThat(flapping.flaps()).isFalse();
    }

    @Test
    void shouldBeginAtOnePointAndEndAtAnother() {
        for (int i = 0; i < 5; i++) {
            assertThat(flapping.flaps()).as("after %d changes", i).isFalse();
            change(1);
        }
        assertThat(flapping.flaps()).isTrue();

        // Fewer than began it are left, and it goes on
        steady(15 * 18);
        assertThat(flapping.changed()).isBetween(2, 4);
        assertThat(flapping.flaps()).isTrue();

        steady(15 * 3);
        assertThat(flapping.changed()).isLessThan(2);
        assertThat(flapping.flaps()).isFalse();
    }

    @Test
    void shouldComeToTheSameWhetherItIsAskedOftenOrSeldom() {
        for (int i = 0; i < 6; i++) {
            change(7);
        }
        Flapping seldom = flapping.steadyUntil(now.plusSeconds(137));
        Flapping often = flapping;
        for (int i = 1; i <= 137; i++) {
            often = often.then(agreed, now.plusSeconds(i));
        }

        assertThat(often).isEqualTo(seldom);
    }

    @Test
    void shouldForgetEverythingInALongTime() {
        for (int i = 0; i < 6; i++) {
            change(1);
        }

        assertThat(flapping.steadyUntil(now.plus(Duration.ofDays(30))).changed())
                .isZero();
    }

    @Test
    void shouldBearAClockThatIsSetBack() {
        change(10);

        Flapping back = flapping.then(false, now.minusSeconds(60));

        assertThat(back.changed()).isEqualTo(2);
        assertThat(back.sampledAt()).isEqualTo(flapping.sampledAt());
    }

    private void change(double afterSeconds) {
        steady(afterSeconds);
        agreed = !agreed;
        flapping = flapping.then(agreed, now);
    }

    private void steady(double seconds) {
        now = now.plusMillis(Math.round(seconds * 1000));
        flapping = flapping.then(agreed, now);
    }
}
