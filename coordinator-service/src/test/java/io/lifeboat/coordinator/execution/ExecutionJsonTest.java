package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.plan.Step.OnFailure;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.command.PinnedStep;
import io.lifeboat.coordinator.execution.verb.Abort;
import io.lifeboat.coordinator.execution.verb.SkipStep;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An execution outlives the process that began it: whatever state it is in must be read back as it was. */
class ExecutionJsonTest {

    @Test
    void shouldReadEveryStateBack() throws JsonProcessingException {
        Run paused = Run.of(
                        step("succeeded", "freeze"),
                        step("degraded", "ecs.scale"),
                        step("failed", "ecs.scale"),
                        step("skipped", "ecs.scale"),
                        step("retrying", "ecs.scale"),
                        step("indeterminate", "ecs.scale"),
                        step("running", "ecs.scale"),
                        step("asking", "manual"),
                        step("commanded", "ecs.scale"),
                        step("pending", "ecs.scale", "commanded"))
                .succeeds("succeeded")
                .succeeds("degraded", Effect.DEGRADED)
                .fails("failed", ErrorClass.CAPACITY, false)
                .fails("skipped", ErrorClass.CAPACITY, false)
                .says(new SkipStep("skipped", Run.COMMANDER))
                .fails("retrying", ErrorClass.TRANSIENT, true)
                .isIndeterminate("indeterminate")
                .accepts("running")
                .asks("asking");
        Run completed = Run.of(step("a", "freeze")).succeeds("a");
        Run aborting = Run.of(step("a", "freeze")).says(new Abort(Run.COMMANDER));
        Run restored = Run.of(step("a", "ecs.scale")).isRestored(2);
        Run aborted = Run.of(step("a", "manual")).asks("a").says(new Abort(Run.COMMANDER));

        for (Run run : List.of(paused, completed, aborting, restored, aborted)) {
            String written = Json.mapper().writeValueAsString(run.execution());
            assertThat(Json.mapper().readValue(written, Execution.class)).isEqualTo(run.execution());
        }
    }

    @Test
    void shouldKeepTheOrderOfTheSteps() throws JsonProcessingException {
        PinnedStep[] steps = {step("z", "freeze"), step("a", "notify", OnFailure.CONTINUE), step("m", "freeze")};

        String written = Json.mapper().writeValueAsString(Run.of(steps).execution());

        assertThat(Json.mapper().readValue(written, Execution.class).steps().keySet())
                .containsExactly("z", "a", "m");
        assertThat(written).doesNotContain("readySteps").doesNotContain("pastNoReturn");
    }

    @Test
    void shouldStillRunOutItsTimersAfterARestart() throws JsonProcessingException {
        Run run = Run.of(step("a", "ecs.scale")).accepts("a");

        Execution restarted =
                Json.mapper().readValue(Json.mapper().writeValueAsString(run.execution()), Execution.class);

        assertThat(new Timers(new Patience()).next(restarted))
                .contains(run.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void shouldReadWhatWasKeptBeforeThereWereSeveralEnds() throws JsonProcessingException {
        String kept = "{\"is\":\"aborting\",\"act\":{\"who\":\"a\",\"why\":\"b\"},\"inFlight\":[\"promote\"]}";

        assertThat(Json.mapper().readValue(kept, ExecutionState.class))
                .isInstanceOfSatisfying(ExecutionState.Aborting.class, aborting -> assertThat(aborting)
                        .returns(Ending.ABORTED, ExecutionState.Aborting::ending)
                        .returns(null, ExecutionState.Aborting::knownBy));
    }
}
