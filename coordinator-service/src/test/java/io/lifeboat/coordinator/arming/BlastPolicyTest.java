package io.lifeboat.coordinator.arming;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.testkit.ConfiguredDefaults;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlastPolicyTest {

    private final BlastPolicy policy = ConfiguredDefaults.of(BlastPolicy.class);

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "19, 1", "20, 2", "137, 13", "200, 20", "500, 20", "1000000, 20"})
    void shouldMoveATenthOfAllApplicationsAtLeastOneAndAtMostTwenty(int applications, int most) {
        assertThat(policy.of(applications)).isEqualTo(most);
        assertThat(policy.within()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void shouldMoveNoneOnceAsManyWereMoved() {
        assertThat(new Blast(1, 2, policy.within()).reached()).isFalse();
        assertThat(new Blast(2, 2, policy.within()).reached()).isTrue();
    }
}
