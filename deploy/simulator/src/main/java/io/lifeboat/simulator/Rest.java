package io.lifeboat.simulator;

import io.lifeboat.coordinator.execution.Ending;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.coordinator.incident.IncidentState;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.coordinator.obligation.Kind;
import io.lifeboat.coordinator.obligation.store.SimulatedObligationRepository;
import io.lifeboat.coordinator.page.SimulatedPages;
import io.lifeboat.executor.run.SimulatedRuns;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Group;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.MemoryOutbox;
import io.lifeboat.simulator.engine.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Whether a world has come to rest: nothing is under way, and all that was begun has come to its end.
 *
 * @param lostAt when its region is lost
 */
record Rest(
        Options options,
        Duration lostAt,
        World world,
        Broker broker,
        Cloud cloud,
        Database coordinators,
        Database executors) {

    /** How long questions are answered after the storm, before it is enough that they were asked. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Whether no message, run or outbox row is under way. */
    boolean isQuiet(boolean calm) {
        return (calm || options.kind() == Options.Kind.MESSAGES)
                && !broker.underWay()
                && MemoryOutbox.waiting(coordinators) == 0
                && MemoryOutbox.waiting(executors) == 0
                && SimulatedRuns.pressing(executors) == 0
                && broker.groups().stream().allMatch(Group::caughtUp);
    }

    /** Whether incidents are over, or with people, and what is owed is kept. */
    boolean isReached(Duration calmFor) {
        List<SimulatedIncidents.Standing> incidents = SimulatedIncidents.all(coordinators);
        boolean begun = options.outage() == Options.Outage.BLIP
                ? world.elapsed().compareTo(lostAt.plusSeconds(60)) > 0
                : !incidents.isEmpty() || unnoticed();
        boolean wellOrWithPeople = incidents.stream()
                .allMatch(incident -> incident.state() instanceof IncidentState.Closed || takenOver(incident));
        boolean asked = !SimulatedPages.waiting(coordinators).isEmpty();
        boolean answersAreOver = !options.persons() || calmFor.compareTo(PATIENCE) > 0;
        return begun && kept() && (wellOrWithPeople || asked && answersAreOver);
    }

    /** The region came back before anyone could tell that it was away. */
    private boolean unnoticed() {
        return !cloud.isLost(HomeRegion.HOME) && world.elapsed().compareTo(lostAt.plusSeconds(260)) > 0;
    }

    /** What is owed is kept once the region it waits for is back. */
    private boolean kept() {
        return cloud.isLost(HomeRegion.HOME)
                || !SimulatedObligationRepository.anyWithExecutors(coordinators, excused());
    }

    /** A snapshot is told from an older disaster's by AWS's clock beside the database's, to five minutes: docs/adr/0005. */
    private Set<Kind> excused() {
        return options.steps() == Options.Steps.DATABASES ? Set.of(Kind.COPY_SNAPSHOT) : Set.of();
    }

    /** Whoever aborts an execution has taken the incident into their own hands. */
    private boolean takenOver(SimulatedIncidents.Standing incident) {
        return SimulatedExecutions.all(coordinators).stream()
                .filter(stored -> stored.execution().ref().incidentId().equals(incident.id()))
                .reduce((older, newer) -> newer)
                .filter(stored -> stored.execution().state() instanceof ExecutionState.Aborted aborted
                        && aborted.ending() == Ending.ABORTED)
                .isPresent();
    }
}
