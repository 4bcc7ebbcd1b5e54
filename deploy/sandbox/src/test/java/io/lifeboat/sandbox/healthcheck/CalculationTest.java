package io.lifeboat.sandbox.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalculationTest {

    @Test
    void shouldBeHealthyWhileEnoughChildrenAre() {
        var two = new Calculation(List.of("a", "b", "c"), 2, false);

        assertThat(two.healthy(Set.of("a", "b", "c")::contains)).isTrue();
        assertThat(two.healthy(Set.of("a", "c")::contains)).isTrue();
        assertThat(two.healthy(Set.of("b")::contains)).isFalse();
    }

    @Test
    void shouldSayTheOppositeWhenInverted() {
        assertThat(new Calculation(List.of("a"), 1, true).healthy(Set.of("a")::contains))
                .isFalse();
    }

    @Test
    void shouldAlwaysBeHealthyForNoneAndNeverForMoreThanThereAre() {
        assertThat(new Calculation(List.of("a"), 0, false).healthy(child -> false))
                .isTrue();
        assertThat(new Calculation(List.of("a"), 2, false).healthy(child -> true))
                .isFalse();
    }

    @Test
    void shouldNameWhatIsWrong() {
        assertThatThrownBy(() -> new Calculation(List.of(), 1, false)).hasMessageContaining("ChildHealthChecks");
        assertThatThrownBy(() -> new Calculation(List.of("a"), -1, false)).hasMessageContaining("HealthThreshold");
    }
}
