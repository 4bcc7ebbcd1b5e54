package io.lifeboat.executor.run;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.executor.epoch.Slot;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code step_run}. */
final class SimulatedStepRuns extends StepRuns {

    private final Table<String, StepRunRow> rows;
    private final Table<String, Instant> firstStart;

    SimulatedStepRuns(Database database) {
        super(null);
        this.rows = rows(database);
        this.firstStart = database.table("first_start");
    }

    static Table<String, StepRunRow> rows(Database database) {
        return database.table("step_run");
    }

    @Override
    Uni<@Nullable StepRunRow> locked(String commandId) {
        return find(commandId);
    }

    @Override
    Uni<@Nullable StepRunRow> find(String commandId) {
        return Uni.createFrom()
                .item(() -> rows.get(commandId).map(rows::managed).orElse(null));
    }

    @Override
    Uni<Boolean> known(String commandId, String executionId, String stepId, int attempt) {
        return Uni.createFrom().item(() -> rows.all().stream()
                .anyMatch(row -> row.commandId.equals(commandId)
                        || row.executionId.equals(executionId) && row.stepId.equals(stepId) && row.attempt >= attempt));
    }

    @Override
    Uni<Void> add(StepRunRow run) {
        return Uni.createFrom().voidItem().invoke(() -> rows.add(run.commandId, run));
    }

    @Override
    Uni<List<StepRunRow>> idle(int most, long memory, LeaseClock.Over over) {
        return Uni.createFrom().item(() -> rows.all().stream()
                .filter(row -> row.outcome == null
                        && row.memory == memory
                        && (row.leaseUntil == null
                                || row.leaseUntil.isBefore(over.endingBefore())
                                || row.leaseUntil.isAfter(over.endingAfter())))
                .sorted(Comparator.comparing((StepRunRow row) -> row.acceptedAt))
                .limit(most)
                .map(rows::managed)
                .toList());
    }

    @Override
    Uni<List<StepRunRow>> displacedBy(RunStep command, Slot slot) {
        return Uni.createFrom().item(() -> rows.all().stream()
                .filter(row -> row.outcome == null
                        && row.application.equals(command.application())
                        && row.slot == slot
                        && (row.epoch < command.epoch() || olderAttempt(row, command)))
                .sorted(Comparator.comparing((StepRunRow row) -> row.attempt))
                .map(rows::managed)
                .toList());
    }

    @Override
    Uni<Optional<StepRunRow>> succeededBefore(RunStep command) {
        return Uni.createFrom().item(() -> rows.all().stream()
                .filter(row -> olderAttempt(row, command) && row.outcome == RunState.Outcome.SUCCEEDED)
                .max(Comparator.comparing((StepRunRow row) -> row.attempt)));
    }

    private static boolean olderAttempt(StepRunRow row, RunStep command) {
        return row.executionId.equals(command.executionId())
                && row.stepId.equals(command.stepId())
                && row.attempt < command.attempt();
    }

    @Override
    Uni<Integer> prolong(String holder, Collection<String> commandIds, Instant now, Duration lasting) {
        return Uni.createFrom().item(() -> {
            List<StepRunRow> mine = rows.all().stream()
                    .filter(row ->
                            commandIds.contains(row.commandId) && row.outcome == null && row.leasedBy(holder, now))
                    .toList();
            mine.forEach(row -> rows.managed(row).leaseUntil = now.plus(lasting));
            return mine.size();
        });
    }

    @Override
    Uni<List<StepRunRow>> list(@Nullable String executionId, int most) {
        return Uni.createFrom().item(() -> rows.all().stream()
                .filter(row -> executionId == null ? row.outcome == null : row.executionId.equals(executionId))
                .limit(most)
                .toList());
    }

    @Override
    Uni<Instant> firstStart() {
        return Uni.createFrom().item(() -> firstStart.get("at").orElseThrow());
    }

    /** The database is made now. */
    static void begin(Database database) {
        Table<String, Instant> firstStart = database.table("first_start");
        database.transact(() -> {
            if (firstStart.get("at").isEmpty()) {
                firstStart.put("at", database.now());
            }
            return Optional.empty();
        });
    }
}
