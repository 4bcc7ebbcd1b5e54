package io.lifeboat.simulator.check;

import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.World;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is told to be moved is moved: of each application what its newest execution tells, for it may undo what one before it did. */
public final class Truth {

    private static final Comparator<StoredExecution> NEWEST =
            Comparator.comparing(stored -> stored.execution().ref().epoch());

    private final World world;
    private final Database coordinators;
    private final Cloud cloud;

    public Truth(World world, Database coordinators, Cloud cloud) {
        this.world = world;
        this.coordinators = coordinators;
        this.cloud = cloud;
    }

    /** Looks at a world that is at its end. */
    public void judge() {
        SimulatedExecutions.all(coordinators).stream()
                .collect(Collectors.toMap(
                        stored -> stored.execution().ref().application(),
                        Function.identity(),
                        BinaryOperator.maxBy(NEWEST)))
                .values()
                .forEach(this::judge);
    }

    private void judge(StoredExecution newest) {
        if (!(newest.execution().state() instanceof ExecutionState.Completed)) {
            return;
        }
        ExecutionRef ref = newest.execution().ref();
        Cloud.Seen seen = cloud.truth(ref.application());
        if (!seen.scene().writerAt(seen.at()).equals(ref.to())
                || !cloud.servedFrom(ref.application()).equals(ref.to())) {
            world.violation(
                    "truth",
                    ref.application() + " is told to be moved to " + ref.to() + " and is not: " + seen.scene());
        }
    }
}
