package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.call.PermitExpiredException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    @Test
    void shouldEndThePermitBeforeTheLeaseHoweverLongTheProcessStoodStillBeforeAskingForIt() {
        // Given: the lease was taken a lease ago
        Standing before = new Standing(T0, System.nanoTime() - LEASE.toNanos(), T0.plus(LEASE), false);

        // When
        Permit permit = Permit.until(before.nanosBeforeLeaseEnd(MARGIN), LONGEST);

        // Then
        assertThatExceptionOfType(PermitExpiredException.class).isThrownBy(permit::callTimeout);
    }

    @Test
    void shouldFixThePermitsEndByTheReadingTakenBeforeTheTransaction() {
        Standing standing = new Standing(T0, 1_000, T0.plus(LEASE), false);

        assertThat(standing.nanosBeforeLeaseEnd(MARGIN))
                .isEqualTo(1_000 + Duration.ofMillis(9_500).toNanos());
    }

    @Test
    void shouldLetNoCallOutlastThePermit() {
        Standing almostOver =
                new Standing(T0, System.nanoTime() - Duration.ofSeconds(5).toNanos(), T0.plus(LEASE), false);

        assertThat(Permit.until(almostOver.nanosBeforeLeaseEnd(MARGIN), LONGEST).callTimeout())
                .isLessThanOrEqualTo(Duration.ofMillis(4_500));
    }
}
