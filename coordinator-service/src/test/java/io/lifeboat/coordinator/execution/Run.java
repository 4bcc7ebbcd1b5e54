package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.HeartbeatRow;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.command.PinnedProcedure;
import io.lifeboat.coordinator.command.PinnedStep;
import io.lifeboat.coordinator.execution.step.StepHandlers;
import io.lifeboat.coordinator.execution.verb.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An execution that a test takes through events, verbs and time, as the engine does, without a server. */
public final class Run {

    public static final Act COMMANDER = new Act("commander", "the runbook says so");
    public static final Act GATE = new Act("the gate", "eu-west-1 is lost");

    private final ExecutionPolicy policy = new Patience();
    private final StepHandlers handlers = new StepHandlers(policy);
    private final NextSteps next = new NextSteps(policy);
    private final Timers timers = new Timers(policy);
    private final List<Record> messages = new ArrayList<>();
    private final Map<String, Heartbeat> lastAccepted = new HashMap<>();

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Execution execution;

    private Run(Execution opened) {
        this.execution = opened;
        take(Turn.of(opened));
    }

    public static Run of(PinnedStep... steps) {
        return of(true, steps);
    }

    public static Run of(boolean unreachableOldWriterAccepted, PinnedStep... steps) {
        return of(Mode.LIVE, unreachableOldWriterAccepted, Form.UNPLANNED, steps);
    }

    /** One that finishes a move of which these promotions were made. */
    public static Run finishing(Map<String, String> promoted, PinnedStep... steps) {
        return new Run(of(steps).execution().finishing(promoted));
    }

    public static Run rehearsal(PinnedStep... steps) {
        return of(Mode.REHEARSAL, true, Form.PLANNED, steps);
    }

    /** A live one that loses nothing. */
    public static Run planned(PinnedStep... steps) {
        return of(Mode.LIVE, true, Form.PLANNED, steps);
    }

    private static Run of(Mode mode, boolean unreachableOldWriterAccepted, Form form, PinnedStep... steps) {
        ExecutionRef ref =
                new ExecutionRef("e1", "i1", "shop", "failover", mode, "eu-west-1", "eu-central-1", 7, 3, "hash");
        PinnedProcedure procedure = new PinnedProcedure(List.of(steps), Map.of(), unreachableOldWriterAccepted, form);
        return new Run(Execution.opened(ref, procedure));
    }

    public Run heartbeatAccepted(String vantage, Heartbeat heartbeat) {
        lastAccepted.put(vantage, heartbeat);
        return this;
    }

    public Run hears(StepEvent event) {
        return take(handlers.on(execution, event, lastAccepted, now));
    }

    public Run accepts(String step) {
        return hears(new StepAccepted(ref(step)));
    }

    public Run progresses(String step, String detail) {
        return hears(new StepProgressed(ref(step), Duration.ofSeconds(1), detail));
    }

    public Run succeeds(String... steps) {
        for (String step : steps) {
            succeeds(step, Effect.APPLIED);
        }
        return this;
    }

    public Run succeeds(String step, Effect effect, HeartbeatRow... rows) {
        return hears(new StepSucceeded(ref(step), effect, Duration.ofSeconds(1), "is so", null, List.of(rows)));
    }

    public Run fails(String step, ErrorClass errorClass, boolean retryable) {
        return hears(new StepFailed(
                ref(step), errorClass, retryable, Duration.ofSeconds(1), "it broke", "mend it, then retry"));
    }

    public Run refuses(String step, StepRefused.Reason reason) {
        return hears(new StepRefused(ref(step), reason, "no"));
    }

    public Run isIndeterminate(String step) {
        return hears(new StepIndeterminate(ref(step), Duration.ofSeconds(1), "the call timed out"));
    }

    public Run asks(String step) {
        return hears(new StepNeedsPerson(ref(step), "is the old writer off?", "dba", Duration.ofMinutes(10)));
    }

    public Run says(Verb verb) {
        return take(verb.on(execution, next, now));
    }

    /** A disaster needs the slot. */
    public Run givesWay() {
        return take(EarlyEnd.begin(execution, GATE, Ending.GAVE_WAY, now.plus(policy.knownWithin()), now));
    }

    /** The database was restored; whatever is done next is done on that memory. */
    public Run isRestored(long memory) {
        return take(Restored.on(execution, memory, now));
    }

    public Run outageIsOver() {
        return take(Cleared.on(execution));
    }

    public Run otherSideIsDown() {
        return take(OtherSideDown.on(execution));
    }

    /** Lets time pass and looks at the timers once. */
    public Run waits(Duration time) {
        now = now.plus(time);
        return take(timers.on(execution, now));
    }

    public StepRef ref(String step) {
        return ref(step, execution.step(step).attempt());
    }

    public StepRef ref(String step, int attempt) {
        ExecutionRef ref = execution.ref();
        return new StepRef(
                ref.executionId() + "/" + step + "/" + attempt,
                ref.application(),
                ref.incidentId(),
                ref.executionId(),
                ref.epoch(),
                step,
                attempt,
                execution.procedure().step(step).action(),
                ref.mode(),
                "executor-1");
    }

    public Execution execution() {
        return execution;
    }

    public ExecutionState state() {
        return execution.state();
    }

    public StepState step(String id) {
        return execution.step(id);
    }

    public Instant now() {
        return now;
    }

    /** When time alone changes something next. */
    public Instant due() {
        return timers.next(execution).orElseThrow();
    }

    public List<String> commanded() {
        return all(RunStep.class).stream()
                .map(command -> command.stepId() + "/" + command.attempt())
                .toList();
    }

    public <T extends Record> List<T> all(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <T extends Record> T only(Class<T> type) {
        List<T> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + " but got " + found);
        }
        return found.getFirst();
    }

    public List<Record> messages() {
        return List.copyOf(messages);
    }

    /** What waits for a person now. */
    public List<Question> questions() {
        return Question.of(execution);
    }

    private Run take(Turn made) {
        Turn turn = next.after(made, now);
        execution = turn.execution();
        messages.addAll(turn.messages());
        return this;
    }
}
