package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ControlRoomResource.class, initArgs = @ResourceArg(name = "service", value = "executor"))
class StepRunsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of no recollection there is, so that this application's own loop leaves these runs alone. */
    private static final long MEMORY = 4_711;

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Inject
    StepRuns runs;

    @Inject
    Transactions transactions;

    @Test
    void shouldFindTheRunsWhoseLeasesAreOverAndThoseGivenBeforeTheClockWasSetBack() {
        add(91, null);
        add(92, NOW.minusMillis(1));
        add(93, NOW.plusSeconds(5));
        add(94, NOW.plus(Duration.ofHours(1)));

        LeaseClock.Over over = new LeaseClock.Over(NOW, NOW.plusSeconds(90));

        assertThat(run(() -> runs.idle(10, MEMORY, over)))
                .extracting(row -> row.commandId)
                .containsExactlyInAnyOrder("c91", "c92", "c94");
    }

    private void add(int attempt, Instant until) {
        StepRunRow row = StepRunRowTest.row(attempt);
        row.memory = MEMORY;
        row.leaseHolder = "other/1";
        row.leaseUntil = until;
        run(() -> runs.add(row));
    }

    private <T> T run(Supplier<Uni<T>> work) {
        return transactions.run(work).await().atMost(PATIENCE);
    }
}
