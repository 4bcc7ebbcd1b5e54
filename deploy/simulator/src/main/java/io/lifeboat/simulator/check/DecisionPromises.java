package io.lifeboat.simulator.check;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.coordinator.obligation.store.SimulatedObligationRepository;
import io.lifeboat.coordinator.obligation.store.StoredObligation;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is promised of every decision.
 *
 * <ul>
 *   <li>one: an application has one open execution at most, and epochs only grow
 *   <li>I6: an execution is opened when the gate proceeds and not otherwise, and no command is sent that is of no execution
 *   <li>the machine fails nothing over that was not lost for longer than a moment
 * </ul>
 */
public final class DecisionPromises {

    private static final int LONGEST = 220;

    private final World world;
    private final Database coordinators;
    private final Map<String, Long> epochs = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean everLost;

    public DecisionPromises(World world, Database coordinators) {
        this.world = world;
        this.coordinators = coordinators;
    }

    /** A region was lost for longer than a moment; from now on a failover may have a reason. */
    public void lost() {
        everLost = true;
    }

    /** After a commit of a coordinator. */
    public void committed() {
        Map<String, String> open = new HashMap<>();
        for (StoredExecution stored : SimulatedExecutions.all(coordinators)) {
            var ref = stored.execution().ref();
            if (stored.endedAt() == null) {
                String other = open.put(ref.application(), ref.executionId());
                if (other != null) {
                    world.violation(
                            "one",
                            ref.application() + " has two open executions: " + other + " and " + ref.executionId());
                }
            }
            if (seen.add(ref.executionId())) {
                opened(stored);
            }
        }
    }

    private void opened(StoredExecution stored) {
        var ref = stored.execution().ref();
        Long before = epochs.put(ref.application(), ref.epoch());
        if (before != null && before >= ref.epoch()) {
            world.violation("one", "epoch " + ref.epoch() + " comes after " + before);
        }
        if (ref.mode() == Mode.REHEARSAL) {
            return;
        }
        if (SimulatedIncidents.lastSaid(coordinators, ref.incidentId()).orElse(null) != GateOutcome.PROCEED) {
            world.violation("I6", "execution " + ref.executionId() + " was opened without the gate's proceed");
        }
        // A person may say yes while a region is away that is back a moment later.
        if (!everLost && SimulatedExecutions.openedByMachine(coordinators, ref.executionId())) {
            world.violation("I6", "the machine opened execution " + ref.executionId() + " and no region was lost");
        }
    }

    /** A message was appended. */
    public void appended(Entry entry) {
        Topic topic = entry.message().type().topic();
        if (topic == Topic.SIGNALS) {
            return;
        }
        world.trace().say("broker", () -> "has " + inWords(entry.body()));
        if (topic == Topic.FAILOVER_COMMANDS && entry.body() instanceof RunStep command) {
            of(command);
        }
    }

    private static String inWords(Record body) {
        return switch (body) {
            case RunStep command -> "command " + command.commandId();
            case GateEvaluated said -> "gate " + said.outcome();
            case ExecutionOpened opened -> "execution " + opened.executionId() + " epoch " + opened.epoch();
            default -> shortened(body.toString());
        };
    }

    private void of(RunStep command) {
        List<StoredExecution> all = SimulatedExecutions.all(coordinators);
        boolean known = all.stream()
                .anyMatch(stored -> stored.execution().ref().executionId().equals(command.executionId())
                        && stored.execution().ref().epoch() == command.epoch()
                        && stored.execution().hasStep(command.stepId())
                        && stored.execution().step(command.stepId()).attempt() >= command.attempt());
        boolean owed = SimulatedObligationRepository.all(coordinators).stream()
                .map(StoredObligation::obligation)
                .anyMatch(obligation -> obligation.id().equals(command.executionId())
                        && obligation.kind().wireName().equals(command.stepId())
                        && command.action().equals(obligation.kind().action()));
        if (!known && !owed) {
            world.violation("I6", "command " + command.commandId() + " is of no execution");
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
