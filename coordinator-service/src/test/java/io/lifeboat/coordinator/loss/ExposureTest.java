package io.lifeboat.coordinator.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExposureTest {

    @Test
    void shouldGrowWithTheSamplesAgeWhileWritesAreAccepted() {
        assertThat(Exposure.of(seconds(2), seconds(15), null))
                .hasValueSatisfying(exposure -> assertThat(exposure.atMost()).isEqualTo(seconds(17)));
    }

    @Test
    void shouldAgeNoFurtherThanToTheMomentWritesStopped() {
        assertThat(Exposure.of(seconds(2), seconds(15), seconds(10)))
                .hasValueSatisfying(exposure -> assertThat(exposure.atMost()).isEqualTo(seconds(7)));
    }

    @Test
    void shouldBeTheLagWhenTheSampleIsYoungerThanTheFault() {
        assertThat(Exposure.of(seconds(12), seconds(1), seconds(30)))
                .hasValueSatisfying(exposure -> assertThat(exposure.atMost()).isEqualTo(seconds(12)));
    }

    @Test
    void shouldBeUnknownWhenNothingWasPublished() {
        assertThat(Exposure.of(null, null, seconds(5))).isEmpty();
        assertThat(Exposure.of(seconds(1), null, seconds(5))).isEmpty();
    }

    @Test
    void shouldKeepTheTighterOfTwo() {
        Exposure loose = new Exposure(seconds(9), seconds(1));
        Exposure tight = new Exposure(seconds(4), seconds(8));

        assertThat(loose.tighter(tight)).isEqualTo(tight);
        assertThat(tight.tighter(loose)).isEqualTo(tight);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
