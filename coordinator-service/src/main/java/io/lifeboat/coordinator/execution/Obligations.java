package io.lifeboat.coordinator.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.PinnedStep;
import io.lifeboat.coordinator.obligation.Charge;
import io.lifeboat.coordinator.obligation.Kind;
import io.lifeboat.coordinator.obligation.Obligation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is still owed when an execution has ended. */
public final class Obligations {

    private Obligations() {}

    static Turn open(Turn ended) {
        Turn turn = ended;
        for (Obligation obligation : of(ended.execution())) {
            turn = turn.say(obligation.opened());
        }
        return turn;
    }

    /** What an execution leaves; nothing where it only looked, or touched what it made itself. */
    static List<Obligation> of(Execution execution) {
        List<Obligation> owed = new ArrayList<>();
        if (execution.ref().mode() == Mode.LIVE || execution.ref().mode() == Mode.REHEARSAL) {
            execution.procedure().steps().forEach(step -> owed.addAll(of(execution, step, owed)));
        }
        return List.copyOf(owed);
    }

    /** Whether an execution has moved the application: it came to its end, and not with what moves it left out. */
    static boolean hasMoved(Execution execution) {
        return execution.state() instanceof ExecutionState.Completed
                && execution.procedure().steps().stream()
                        .anyMatch(step ->
                                step.pointOfNoReturn() && execution.done().contains(step.id()));
    }

    private static List<Obligation> of(Execution execution, PinnedStep step, List<Obligation> before) {
        if (step.action().equals("aurora.failover") && execution.done().contains(step.id())) {
            return promoted(execution, step, before);
        }
        if (execution.step(step.id()) instanceof StepState.Succeeded done && done.effect() == Effect.PENDING) {
            return pending(execution, step, before);
        }
        return List.of();
    }

    /** One promotion is owed for once: by the execution that knows that it made it. */
    private static List<Obligation> promoted(Execution execution, PinnedStep step, List<Obligation> before) {
        ExecutionRef ref = execution.ref();
        Obligation snapshot = Obligation.owed(
                ref,
                Kind.COPY_SNAPSHOT,
                next(Kind.COPY_SNAPSHOT, before),
                "When %s is back, copy the snapshot rds:unplanned-global-failover-* of the old volume to a manual one: the lost writes are in it"
                        .formatted(ref.from()),
                charge(execution, step, since(step.with(), ref)));
        Obligation protection = Obligation.owed(
                ref,
                Kind.REBUILD_PROTECTION,
                next(Kind.REBUILD_PROTECTION, before),
                "%s runs without a secondary: see that %s has joined again, or add another region"
                        .formatted(ref.to(), ref.from()),
                charge(execution, step, step.with()));
        String earlier = execution.promotedBefore().get(step.id());
        boolean found =
                execution.step(step.id()) instanceof StepState.Succeeded done && done.effect() == Effect.ALREADY_SO;
        if (earlier == null || !found) {
            return List.of(snapshot, protection);
        }
        // A switchover loses nothing, so that Aurora keeps no snapshot of the old volume.
        return earlier.equals(step.action()) ? List.of() : List.of(protection);
    }

    /** What a region that did not answer left undone. */
    private static List<Obligation> pending(Execution execution, PinnedStep step, List<Obligation> before) {
        ExecutionRef ref = execution.ref();
        Charge charge = charge(execution, step, step.with());
        if (step.action().equals(Action.FENCE.wireName()) && !givenUpInTime(execution)) {
            return List.of(Obligation.owed(
                    ref,
                    Kind.FENCE_PENDING,
                    next(Kind.FENCE_PENDING, before),
                    "The old writer in %s could not be reached: it must be fenced before that region takes traffic again"
                            .formatted(ref.from()),
                    charge));
        }
        if (step.action().equals(Action.TRAFFIC_LATCH.wireName())) {
            return List.of(Obligation.owed(
                    ref,
                    Kind.LATCH_PENDING,
                    next(Kind.LATCH_PENDING, before),
                    "When %s is back, it must be told that %s serves: until then only the witness keeps traffic where it is"
                            .formatted(ref.from(), ref.to()),
                    charge));
        }
        return List.of();
    }

    /** Aborted before anything was moved: the region that was to be left is the active one still. */
    private static boolean givenUpInTime(Execution execution) {
        return execution.state() instanceof ExecutionState.Aborted && !execution.isPastNoReturn();
    }

    /** From 1: an execution may promote more than one database. */
    private static int next(Kind kind, List<Obligation> before) {
        return 1
                + (int) before.stream()
                        .filter(obligation -> obligation.kind() == kind)
                        .count();
    }

    private static Charge charge(Execution execution, PinnedStep step, JsonNode with) {
        return new Charge(with, step.target(), execution.procedure().datasources());
    }

    /** Which snapshot is this disaster's is told by its time: the epoch is when the execution was opened, in seconds. */
    private static JsonNode since(JsonNode with, ExecutionRef ref) {
        ObjectNode dated = with.isObject() ? with.deepCopy() : JsonNodeFactory.instance.objectNode();
        return dated.put("since", Instant.ofEpochSecond(ref.epoch()).toString());
    }
}
