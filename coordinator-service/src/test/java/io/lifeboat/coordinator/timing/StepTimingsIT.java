package io.lifeboat.coordinator.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.timing.StepStatistics;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class StepTimingsIT {

    private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00Z");

    @Inject
    StepTimings timings;

    @Inject
    Transactions transactions;

    private final String application = "shop-" + UUID.randomUUID();

    @Test
    void shouldKeepWhatWasAppendedLastInWhateverOrderItIsRead() {
        keep(Mode.LIVE, 5, FIRST);
        keep(Mode.LIVE, 7, FIRST.plusSeconds(60));
        keep(Mode.LIVE, 5, FIRST);
        keep(Mode.LIVE, 6, FIRST.plusSeconds(30));

        assertThat(transactions.run(() -> timings.of(application)).await().indefinitely())
                .extracting(StepStatistics::runs)
                .containsExactly(7);
    }

    @Test
    void shouldKeepEachModeApart() {
        keep(Mode.LIVE, 1, FIRST);
        keep(Mode.REHEARSAL, 9, FIRST);

        assertThat(transactions.run(() -> timings.of(application)).await().indefinitely())
                .extracting(StepStatistics::mode, StepStatistics::runs)
                .containsExactly(tuple(Mode.LIVE, 1), tuple(Mode.REHEARSAL, 9));
    }

    private void keep(Mode mode, int runs, Instant appendedAt) {
        StepStatistics statistics = new StepStatistics(
                application,
                "promote",
                "aurora.failover",
                mode,
                runs,
                Duration.ofSeconds(6),
                Duration.ofSeconds(7),
                Duration.ofSeconds(6));
        transactions.run(() -> timings.keep(statistics, appendedAt)).await().indefinitely();
    }
}
