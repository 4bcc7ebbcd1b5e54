package io.lifeboat.executor.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.step.StepRefused.Reason;
import io.lifeboat.executor.command.Acceptance.Facts;
import io.lifeboat.executor.command.Acceptance.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptanceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void shouldAcceptAFreshCommand() {
        assertThat(Acceptance.refusal(lasting(Duration.ofSeconds(30)), facts(Duration.ofSeconds(29), LONG_AGO, false)))
                .isEmpty();
    }

    @Test
    void shouldMeasureExpiryOnTheSendersSpanAndTheBrokersAge() {
        // The sender's clock is a year off: only the span between its two times counts.
        assertThat(Acceptance.refusal(lasting(Duration.ofSeconds(30)), facts(Duration.ofSeconds(30), LONG_AGO, false)))
                .map(Refusal::reason)
                .contains(Reason.EXPIRED);
    }

    @Test
    void shouldRefuseWhatWasSentBeforeItsDatabaseWasMade() {
        assertThat(Acceptance.refusal(
                        lasting(Duration.ofHours(1)), facts(Duration.ofSeconds(10), NOW.minusSeconds(9), false)))
                .map(Refusal::reason)
                .contains(Reason.BEFORE_FIRST_START);
    }

    @Test
    void shouldRefuseASupersededEpoch() {
        assertThat(Acceptance.refusal(lasting(Duration.ofHours(1)), facts(Duration.ZERO, LONG_AGO, true)))
                .map(Refusal::reason)
                .contains(Reason.STALE_EPOCH);
    }

    @Test
    void shouldCarryOnWhatAnOlderAttemptHasUnderWayWhateverIsWrongWithTheNewerOne() {
        Facts underWay = new Facts(NOW, Duration.ofHours(2), LONG_AGO, true, true, Optional.empty());

        assertThat(Acceptance.refusal(lasting(Duration.ofHours(1)), underWay)).isEmpty();
    }

    /** A restore forgets what became of the former attempt, and the newer one may be as old. */
    @Test
    void shouldRefuseWhatWasSentBeforeARestoreThoughAnOlderAttemptIsOpen() {
        Facts restored = new Facts(NOW, Duration.ofSeconds(10), NOW.minusSeconds(9), true, false, Optional.empty());

        assertThat(Acceptance.refusal(lasting(Duration.ofHours(1)), restored)).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.BEFORE_FIRST_START);
            assertThat(refusal.detail()).contains("restored at");
        });
    }

    private static Facts facts(Duration sinceAppended, Instant firstStart, boolean superseded) {
        return new Facts(NOW, sinceAppended, firstStart, false, superseded, Optional.empty());
    }

    private static RunStep lasting(Duration span) {
        Instant issued = NOW.minus(Duration.ofDays(365));
        return new RunStep(
                "c",
                "shop",
                "i",
                "e",
                1,
                Mode.LIVE,
                "s",
                1,
                "manual",
                JsonNodeFactory.instance.objectNode(),
                null,
                Map.of(),
                "eu-west-1",
                "eu-central-1",
                issued,
                issued.plus(span),
                Duration.ofMinutes(1),
                1,
                "hash");
    }
}
