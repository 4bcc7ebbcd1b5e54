package io.lifeboat.simulator;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.lifeboat.coordinator.execution.verb.Abort;
import io.lifeboat.coordinator.execution.verb.Pause;
import io.lifeboat.coordinator.execution.verb.Resume;
import io.lifeboat.coordinator.execution.verb.RetryStep;
import io.lifeboat.coordinator.execution.verb.SkipStep;
import io.lifeboat.coordinator.execution.verb.StepDone;
import io.lifeboat.coordinator.execution.verb.Supersede;
import io.lifeboat.coordinator.execution.verb.Verb;
import io.lifeboat.coordinator.incident.IncidentState;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.coordinator.planned.Purpose;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.Killed;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.service.SimulatedCoordinator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who answers pages: looks at the resource first, as the page says, and then says one thing. */
final class Person {

    private static final Act ACT = new Act("operator", "answers a page");
    private static final Act COLLEAGUE = new Act("colleague", "looked at the resource");
    private static final Act REHEARSES = new Act("operator", "a lifeboat that was never lowered is decoration");

    private final World world;
    private final Cloud cloud;
    private final Database coordinators;

    Person(World world, Cloud cloud, Database coordinators) {
        this.world = world;
        this.cloud = cloud;
        this.coordinators = coordinators;
    }

    /** Says something about what waits, over that coordinator; runs in a strand of its host. */
    void act(SimulatedCoordinator coordinator, boolean meddles) {
        try {
            for (SimulatedIncidents.Standing incident : SimulatedIncidents.all(coordinators)) {
                decide(coordinator, incident);
            }
            for (StoredExecution stored : SimulatedExecutions.all(coordinators)) {
                if (stored.endedAt() == null) {
                    verb(stored.execution(), meddles).ifPresent(verb -> say(coordinator, stored.execution(), verb));
                }
            }
        } catch (Killed e) {
            throw e;
        } catch (RuntimeException e) {
            // Somebody or something else was faster: 409, and the next look tells.
            world.trace().say("operator", "is told: " + e.getMessage());
        }
    }

    /** Begins a rehearsal of an application, if it is in order. */
    void rehearse(SimulatedCoordinator coordinator, String application) {
        try {
            world.trace().say("operator", "rehearses " + application);
            coordinator
                    .plannedMoves()
                    .open(Purpose.REHEARSAL, application, null, List.of(REHEARSES))
                    .await()
                    .indefinitely();
        } catch (Killed e) {
            throw e;
        } catch (RuntimeException e) {
            world.trace().say("operator", "is told: " + e.getMessage());
        }
    }

    private void decide(SimulatedCoordinator coordinator, SimulatedIncidents.Standing incident) {
        boolean lost = cloud.isLost(HomeRegion.HOME);
        switch (incident.state()) {
            case IncidentState.AwaitingApproval awaiting
            when lost && world.happens(0.9) -> {
                world.trace().say("operator", "approves");
                coordinator.incidents().approve(incident.id(), ACT).await().indefinitely();
            }
            case IncidentState.AwaitingApproval awaiting
            when world.happens(0.3) -> {
                world.trace().say("operator", "declines");
                coordinator.incidents().decline(incident.id(), ACT).await().indefinitely();
            }
            case IncidentState.Held held
            when lost -> {
                world.trace().say("operator", "approves after all");
                coordinator.incidents().approve(incident.id(), ACT).await().indefinitely();
            }
            default -> {}
        }
    }

    private void say(SimulatedCoordinator coordinator, Execution execution, Verb verb) {
        world.trace().say("operator", "says " + verb.name());
        coordinator.verbs().say(execution.ref().executionId(), verb).await().indefinitely();
    }

    private Optional<Verb> verb(Execution execution, boolean meddles) {
        List<Verb> sensible = new ArrayList<>();
        execution.steps().forEach((step, state) -> {
            if (state instanceof StepState.Failed && !execution.endedWell(step)
                    || state instanceof StepState.NeedsPerson
                    || state instanceof StepState.Indeterminate unclear && unclear.asked()) {
                answer(execution, step).ifPresent(sensible::add);
            }
        });
        if (sensible.isEmpty() && execution.state() instanceof ExecutionState.Paused) {
            sensible.add(new Resume(ACT));
        }
        if (execution.state() instanceof ExecutionState.Paused && world.happens(0.2)) {
            sensible.add(new Supersede(ACT, Duration.ofSeconds(30)));
        }
        if (meddles && world.happens(0.1)) {
            sensible.add(world.happens(0.5) ? new Pause(ACT) : new Abort(ACT));
        }
        List<Verb> legal =
                sensible.stream().filter(verb -> verb.legalIn(execution)).toList();
        return legal.isEmpty() ? Optional.empty() : Optional.of(world.oneOf(legal));
    }

    /** What is so is done; what is under way is waited for; what is not so is tried again. */
    private Optional<Verb> answer(Execution execution, String step) {
        Seen seen = cloud.truth(execution.ref().application());
        boolean promoted = seen.scene().writerAt(seen.at()).equals("eu-central-1");
        return switch (step) {
            case "promote" ->
                promoted
                        ? Optional.of(new StepDone(step, COLLEAGUE))
                        : seen.scene().movingAt(seen.at()) ? Optional.empty() : Optional.of(again(execution, step));
            case "fence" -> Optional.of(new StepDone(step, COLLEAGUE));
            case "shift" ->
                Optional.of(
                        cloud.servedFrom(execution.ref().application()).equals("eu-central-1")
                                ? new StepDone(step, COLLEAGUE)
                                : again(execution, step));
            default -> Optional.of(again(execution, step));
        };
    }

    private static Verb again(Execution execution, String step) {
        return execution.state() instanceof ExecutionState.Aborting
                ? new SkipStep(step, COLLEAGUE)
                : new RetryStep(step, ACT);
    }
}
