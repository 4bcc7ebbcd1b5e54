package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.call.PermitExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final AtomicLong clock = new AtomicLong(1_000);

    @Test
    void shouldEndThePermitBeforeTheLeaseHoweverLongTheProcessStoodStillBeforeAskingForIt() {
        Standing standing = taken();
        pause(LEASE);

        Permit permit = standing.permit(LONGEST);

        assertThatExceptionOfType(PermitExpiredException.class).isThrownBy(permit::callTimeout);
    }

    @Test
    void shouldFixThePermitsEndByTheReadingTakenBeforeTheTransaction() {
        assertThat(taken().permit(LONGEST).requireTime()).isEqualTo(Duration.ofMillis(9_500));
    }

    @Test
    void shouldLetNoCallOutlastThePermit() {
        Standing standing = taken();
        pause(Duration.ofSeconds(5));

        assertThat(standing.permit(LONGEST).callTimeout()).isEqualTo(Duration.ofMillis(4_500));
    }

    private Standing taken() {
        return new Standing(T0, clock.get(), T0.plus(LEASE), false, clock::get);
    }

    private void pause(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
