package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.executor.epoch.Epochs;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which runs an executor takes over, by real SQL. */
@QuarkusTest
@QuarkusTestResource(value = ControlRoomResource.class, initArgs = @ResourceArg(name = "service", value = "executor"))
class ClaimIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of no recollection there is, so that this application's own loop leaves these runs alone. */
    private static final long MEMORY = 4_711;

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Inject
    StepRuns runs;

    @Inject
    Memory memory;

    @Inject
    Epochs epochs;

    @Inject
    Outbox outbox;

    @Inject
    Instance instance;

    @Inject
    ExecutorSettings settings;

    @Inject
    Transactions transactions;

    @Test
    void shouldFindTheRunsWhoseLeasesAreOverAndThoseGivenBeforeTheClockWasSetBack() {
        add(91, MEMORY, null);
        add(92, MEMORY, NOW.minusMillis(1));
        add(93, MEMORY, NOW.plusSeconds(5));
        add(94, MEMORY, NOW.plus(HOUR));

        LeaseClock.Over over = new LeaseClock.Over(NOW, NOW.plusSeconds(90));

        assertThat(run(() -> runs.idle(10, MEMORY, over)))
                .extracting(row -> row.commandId)
                .containsExactlyInAnyOrder("c91", "c92", "c94");
    }

    /** Another monotonic clock is ahead by an hour at once: beside it the database's was set back. */
    @Test
    void shouldTakeOverWhatWasLeasedBeforeTheClockWasSetBackAndNothingBeforeThatIsSure() {
        AtomicLong ahead = new AtomicLong();
        RunJournal journal = new RunJournal(
                transactions, memory, runs, epochs, outbox, instance, settings, () -> System.nanoTime() + ahead.get());
        add(95, Recollection.FIRST, now().plus(HOUR));
        try {
            assertThat(claimed(journal)).as("its lease has an hour to go").doesNotContain("c95");
            ahead.addAndGet(HOUR.toNanos());
            assertThat(claimed(journal)).as("right after the step").doesNotContain("c95");
            await("the clock has run evenly for as long as a run can be kept from others")
                    .atMost(PATIENCE)
                    .until(() -> claimed(journal).contains("c95"));
        } finally {
            Instant ended = now();
            run(() -> runs.locked("c95")
                    .invoke(row ->
                            row.become(new RunState.Accepted().end(RunState.Outcome.FAILED, "of a test"), ended)));
        }
    }

    private static List<String> claimed(RunJournal journal) {
        return journal.claim(10, Set.of()).stream()
                .map(run -> run.command().commandId())
                .toList();
    }

    private Instant now() {
        return transactions.now().await().atMost(PATIENCE);
    }

    private void add(int attempt, long recollection, Instant until) {
        StepRunRow row = StepRunRowTest.row(attempt);
        row.memory = recollection;
        row.leaseHolder = "other/1";
        row.leaseUntil = until;
        run(() -> runs.add(row));
    }

    private <T> T run(Supplier<Uni<T>> work) {
        return transactions.run(work).await().atMost(PATIENCE);
    }
}
