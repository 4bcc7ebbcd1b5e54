package io.lifeboat.sandbox.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void shouldBeginHealthyWhateverItIsThatIsChecked() {
        assertThat(Tally.fresh(config(false, false)).healthy(config(false, false)))
                .isTrue();
        assertThat(Tally.fresh(config(true, false)).healthy(config(true, false)))
                .isTrue();
    }

    @Test
    void shouldTurnOnlyAfterAsManyLooksInARowAsTheThresholdSays() {
        var config = config(false, false);

        var twice = Tally.fresh(config).with(false, 3).with(false, 3);
        assertThat(twice.healthy(config)).isTrue();
        assertThat(twice.with(true, 3).with(false, 3).with(false, 3).healthy(config))
                .isTrue();
        assertThat(twice.with(false, 3).healthy(config)).isFalse();
    }

    @Test
    void shouldReadAFailingEndpointAsHealthyWhenInverted() {
        var config = config(true, false);

        assertThat(Tally.fresh(config).with(false, 1).healthy(config)).isTrue();
        assertThat(Tally.fresh(config).with(true, 1).healthy(config)).isFalse();
    }

    @Test
    void shouldBeHealthyWhenDisabledSoThatDisablingIsNoWayToMoveTraffic() {
        var config = config(false, true);

        assertThat(Tally.fresh(config).with(false, 1).healthy(config)).isTrue();
    }

    private static HealthCheckConfig config(boolean inverted, boolean disabled) {
        return new HealthCheckConfig(HealthCheckType.HTTP, "127.0.0.1", null, 80, "/", null, 10, 3, inverted, disabled);
    }
}
