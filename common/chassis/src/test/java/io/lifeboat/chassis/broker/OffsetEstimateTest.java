package io.lifeboat.chassis.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffsetEstimateTest {

    private static final long BROKER_BEHIND = 5_000;

    private final OffsetEstimate estimate = new OffsetEstimate();

    @Test
    void shouldKnowNothingBeforeTheFirstReading() {
        assertThat(estimate.sinceAppended(1, 2)).isNull();
    }

    @Test
    void shouldTellAgesWhateverTheTwoClocksShow() {
        estimate.acknowledged(10_000, 10_002 - BROKER_BEHIND, 10_003);

        assertThat(estimate.sinceAppended(8_000 - BROKER_BEHIND, 20_000)).isBetween(11_995L, 12_000L);
        assertThat(estimate.sinceAppended(30_000, 10_003)).isZero();
    }

    @Test
    void shouldNotTakeABacklogForFreshOnceTheClockIsSet() {
        estimate.received(1_000 - BROKER_BEHIND, 600_000);
        assertThat(estimate.sinceAppended(1_000 - BROKER_BEHIND, 600_000)).isZero();

        estimate.acknowledged(600_001, 600_002 - BROKER_BEHIND, 600_003);

        assertThat(estimate.sinceAppended(1_000 - BROKER_BEHIND, 600_003)).isGreaterThan(598_000);
    }

    @Test
    void shouldForgetWhatItLearnedWhenTheBrokersClockIsSetBack() {
        estimate.acknowledged(10_000, 10_001, 10_002);
        estimate.acknowledged(20_000, 20_001 - 60_000, 20_002);

        assertThat(estimate.sinceAppended(20_001 - 60_000, 20_002)).isLessThan(10);
    }

    @Test
    void shouldForgetReadingsOlderThanTenMinutes() {
        estimate.received(0, 1);
        estimate.received(900_000 - 50, 900_000);

        assertThat(estimate.sinceAppended(900_000 - 50, 900_000)).isZero();
    }
}
