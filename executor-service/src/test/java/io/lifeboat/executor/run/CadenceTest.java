package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.executor.action.Tempo;
import io.lifeboat.testkit.ConfiguredDefaults;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CadenceTest {

    private static final ExecutorSettings SETTINGS = ConfiguredDefaults.of(ExecutorSettings.class);
    private static final Instant SAID = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource(
            value = Tempo.class,
            names = {"ARMED", "PATIENT"})
    void shouldSaySeldomWhatHasNotChangedWhereARunMayWaitForDays(Tempo tempo) {
        Cadence cadence = Cadence.of(tempo, SETTINGS);

        assertThat(cadence.due(SAID.plus(Duration.ofMinutes(59)), SAID, false)).isFalse();
        assertThat(cadence.due(SAID.plus(Duration.ofHours(1)), SAID, false)).isTrue();
        assertThat(cadence.due(SAID.plusSeconds(59), SAID, true)).isFalse();
        assertThat(cadence.due(SAID.plusSeconds(60), SAID, true)).isTrue();
    }

    @Test
    void shouldTellOfAStepAtOnceAndOften() {
        Cadence cadence = Cadence.of(Tempo.STEP, SETTINGS);

        assertThat(cadence.due(SAID, SAID, true)).isTrue();
        assertThat(cadence.due(SAID.plusSeconds(5), SAID, false)).isTrue();
    }

    @Test
    void shouldLookOftenWhileItIsArmed() {
        assertThat(Cadence.of(Tempo.ARMED, SETTINGS).latest()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
}
