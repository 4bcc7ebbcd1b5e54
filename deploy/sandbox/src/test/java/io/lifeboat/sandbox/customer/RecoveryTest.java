package io.lifeboat.sandbox.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void shouldKnowNothingWithoutCustomers() {
        assertThat(Recovery.of(List.of())).isEqualTo(Recovery.NONE);
    }

    @Test
    void shouldWeighKindsByTheCustomersTheyStandFor() {
        // Given 90 % served after 10 s, 9 % after 20 s, and the last 1 % spread up to 60 s
        var parts = new ArrayList<>(List.of(part(10, 0.90), part(20, 0.09)));
        parts.add(part(40, 0.005));
        parts.add(part(60, 0.005));

        var recovery = Recovery.of(parts);

        assertThat(recovery.first()).isEqualTo(START.plusSeconds(10));
        assertThat(recovery.p99()).isEqualTo(START.plusSeconds(20));
        assertThat(recovery.last()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void shouldLeaveOpenWhatHasNotHappenedYet() {
        var recovery = Recovery.of(List.of(part(10, 0.5), part(null, 0.5)));

        assertThat(recovery.first()).isEqualTo(START.plusSeconds(10));
        assertThat(recovery.p99()).isNull();
        assertThat(recovery.last()).isNull();
    }

    private static Recovery.Part part(@Nullable Integer second, double weight) {
        return new Recovery.Part(second == null ? null : START.plusSeconds(second), weight);
    }
}
