package io.lifeboat.coordinator.obligation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.obligation.ObligationKeeping.Given;
import io.lifeboat.coordinator.obligation.step.OwedRunHandlers;
import io.lifeboat.testkit.ConfiguredDefaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One obligation as a test drives it: the clock is the test's. */
final class Owed {

    static final long EPOCH = 1_000;

    private final Course course = new Course(ConfiguredDefaults.of(ObligationPolicy.class));
    private final OwedRunHandlers handlers = new OwedRunHandlers(course);
    private final List<Record> messages = new ArrayList<>();
    private final List<Obligation> more = new ArrayList<>();
    private Obligation obligation;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private long epoch = EPOCH;
    private int alarms;

    private Owed(Kind kind) {
        Charge charge = new Charge(JsonNodeFactory.instance.objectNode(), null, Map.of());
        this.obligation =
                Obligation.owed(execution("exec-1", "eu-west-1", "eu-central-1", EPOCH), kind, 1, "owed", charge);
    }

    static Owed of(Kind kind) {
        return new Owed(kind);
    }

    static ExecutionRef execution(String id, String from, String to, long epoch) {
        return new ExecutionRef(id, "inc-1", "shop", "failover", Mode.LIVE, from, to, epoch, 1, "hash");
    }

    Owed waits(Duration time) {
        now = now.plus(time);
        return take(course.onTime(obligation, epoch, now));
    }

    Owed isRestored(long memory) {
        return take(course.onRestored(obligation, memory));
    }

    Owed newerEpoch(long newer) {
        epoch = newer;
        return this;
    }

    Owed opens(ExecutionRef execution) {
        epoch = execution.epoch();
        return take(course.onOpened(obligation, execution));
    }

    Owed ends(ExecutionRef execution, boolean moved) {
        return take(course.onEnded(obligation, execution, moved, now));
    }

    Owed hears(StepEvent event) {
        return take(handlers.on(new Given(obligation, epoch, now), event));
    }

    Owed progresses(int attempt, String detail) {
        return hears(new StepProgressed(ref(attempt), Duration.ofSeconds(1), detail));
    }

    Owed succeeds(int attempt, String detail, @Nullable JsonNode evidence) {
        return hears(new StepSucceeded(
                ref(attempt), StepSucceeded.Effect.APPLIED, Duration.ofSeconds(1), detail, evidence, List.of()));
    }

    Owed fails(int attempt, boolean retryable) {
        return hears(new StepFailed(
                ref(attempt), ErrorClass.ACCESS_DENIED, retryable, Duration.ofSeconds(1), "denied", "allow it"));
    }

    Owed refuses(int attempt, StepRefused.Reason reason) {
        return hears(new StepRefused(ref(attempt), reason, "no"));
    }

    Owed says(ObligationVerb verb) {
        return take(verb.on(obligation, now));
    }

    ObligationState state() {
        return obligation.state();
    }

    Effort effort() {
        return ((ObligationState.Open) obligation.state()).effort();
    }

    Obligation obligation() {
        return obligation;
    }

    List<Obligation> more() {
        return more;
    }

    int alarms() {
        return alarms;
    }

    List<RunStep> commands() {
        return all(RunStep.class);
    }

    <T extends Record> List<T> all(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Owed take(ObligationTurn turn) {
        obligation = turn.obligation();
        messages.addAll(turn.messages());
        more.addAll(turn.more());
        alarms += turn.alarm() ? 1 : 0;
        return this;
    }

    private StepRef ref(int attempt) {
        return new StepRef(
                obligation.id() + "/" + attempt,
                "shop",
                "inc-1",
                obligation.id(),
                epoch,
                obligation.kind().wireName(),
                attempt,
                String.valueOf(obligation.kind().action()),
                Mode.LIVE,
                "executor-1");
    }
}
