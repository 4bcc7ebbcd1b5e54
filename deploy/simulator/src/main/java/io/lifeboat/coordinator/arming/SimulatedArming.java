package io.lifeboat.coordinator.arming;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.lifeboat.simulator.database.Database;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What the gate asks of past executions, over memory, with what was so before the world began. */
public final class SimulatedArming extends ArmingRepository {

    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Database database;
    private final Before before;

    /**
     * What was so before the world began.
     *
     * @param rehearsed whether the plan was rehearsed
     * @param stop who has stopped all automation, or null
     * @param last the execution that ended last, or null
     * @param moved how many other applications the machine moved just now
     * @param most how many it may move
     */
    public record Before(
            boolean rehearsed,
            @Nullable GlobalStop stop,
            @Nullable LastExecution last,
            int moved,
            int most) {

        /** Nothing stands in the machine's way. */
        public static final Before NOTHING = new Before(true, null, null, 0, 1);
    }

    public SimulatedArming(Database database, Before before) {
        super(null, null);
        this.database = database;
        this.before = before;
    }

    @Override
    public Uni<Arming> of(PlanRevision plan, String from) {
        return Uni.createFrom().item(() -> {
            Instant now = database.now();
            int moved = before.moved()
                    + SimulatedExecutions.openedByMachine(database, plan.application(), now.minus(WITHIN));
            return new Arming(
                    now,
                    before.stop(),
                    before.rehearsed(),
                    last(plan.application(), now),
                    new Blast(moved, before.most(), WITHIN));
        });
    }

    @Override
    public Uni<Arming> claim(PlanRevision plan, String from, boolean machine) {
        return of(plan, from);
    }

    private @Nullable LastExecution last(String application, Instant now) {
        return SimulatedExecutions.all(database).stream()
                .filter(stored -> stored.endedAt() != null
                        && stored.execution().ref().mode() == Mode.LIVE
                        && stored.execution().ref().application().equals(application))
                .max(Comparator.comparing(StoredExecution::endedAt))
                .map(stored -> new LastExecution(
                        stored.execution().ref().executionId(),
                        Duration.between(stored.endedAt(), now),
                        stored.acknowledged() != null))
                .orElse(before.last());
    }
}
