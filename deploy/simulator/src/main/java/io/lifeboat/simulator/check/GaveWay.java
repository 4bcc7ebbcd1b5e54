package io.lifeboat.simulator.check;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.execution.Ending;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.World;
import java.util.List;

/** What a disaster has ended is followed by that disaster's execution, by one, or a person was told why not. */
public final class GaveWay {

    private final World world;
    private final Database coordinators;

    public GaveWay(World world, Database coordinators) {
        this.world = world;
        this.coordinators = coordinators;
    }

    /** The rehearsals that gave way to a disaster. */
    public List<ExecutionRef> rehearsals() {
        return SimulatedExecutions.all(coordinators).stream()
                .filter(stored -> stored.execution().state() instanceof ExecutionState.Aborted aborted
                        && aborted.ending() == Ending.GAVE_WAY)
                .map(stored -> stored.execution().ref())
                .toList();
    }

    /**
     * Looks at a world that is at its end.
     *
     * @param lost whether the region left is away still
     * @param asked whether a person was asked something
     * @param persons whether somebody answers, who may have had another execution opened
     */
    public void judge(boolean lost, boolean asked, boolean persons) {
        for (ExecutionRef rehearsal : rehearsals()) {
            long live = after(rehearsal);
            if (live == 0 && lost && !asked) {
                world.violation("gave way", rehearsal.executionId() + " gave way and nothing took its place");
            }
            if (live > 1 && !persons) {
                world.violation("gave way", rehearsal.executionId() + " gave way to " + live + " executions");
            }
        }
    }

    private long after(ExecutionRef rehearsal) {
        return SimulatedExecutions.all(coordinators).stream()
                .map(stored -> stored.execution().ref())
                .filter(ref -> ref.application().equals(rehearsal.application())
                        && ref.mode() == Mode.LIVE
                        && ref.epoch() > rehearsal.epoch())
                .count();
    }
}
