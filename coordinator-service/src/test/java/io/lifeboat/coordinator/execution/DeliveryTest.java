package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever order events come in and however often, the end is the same. */
class DeliveryTest {

    @Test
    void shouldComeToTheSameEndWhateverTheOrderAndTheNumberOfDeliveries() {
        for (int seed = 0; seed < 500; seed++) {
            Run run = Run.of(step("promote", "aurora.failover"), step("scale", "ecs.scale", "promote"));
            StepRef promote = run.ref("promote");
            List<StepEvent> deliveries = new ArrayList<>(lifeOf(promote));
            deliveries.addAll(lifeOf(promote));
            Collections.shuffle(deliveries, new Random(seed));

            deliveries.forEach(run::hears);

            assertThat(run.step("promote"))
                    .as("seed %s", seed)
                    .isEqualTo(new StepState.Succeeded(1, Effect.APPLIED, "is so"));
            assertThat(run.commanded()).as("seed %s", seed).containsExactly("promote/1", "scale/1");
        }
    }

    @Test
    void shouldChangeNothingOnADuplicateOfAnyEvent() {
        Run run = Run.of(step("scale", "ecs.scale"), step("roll", "ecs.redeploy", "scale"));
        StepRef scale = run.ref("scale");
        run.fails("scale", ErrorClass.CAPACITY, false);
        int messages = run.messages().size();

        run.hears(new StepFailed(scale, ErrorClass.CAPACITY, false, Duration.ZERO, "it broke", "mend it"));
        lifeOf(scale).forEach(run::hears);

        assertThat(run.messages()).hasSize(messages);
        assertThat(run.step("scale")).isInstanceOf(StepState.Failed.class);
    }

    @Test
    void shouldIgnoreAnOlderAttempt() {
        Run run = Run.of(step("scale", "ecs.scale"));
        StepRef first = run.ref("scale");
        run.fails("scale", ErrorClass.TRANSIENT, true).waits(Duration.ofSeconds(1));

        run.hears(new StepSucceeded(first, Effect.APPLIED, Duration.ZERO, "late", null, List.of()));

        assertThat(run.step("scale")).isInstanceOf(StepState.Commanded.class);
        assertThat(run.step("scale").attempt()).isEqualTo(2);
    }

    @Test
    void shouldIgnoreAnotherEpoch() {
        Run run = Run.of(step("scale", "ecs.scale"));
        StepRef scale = run.ref("scale");
        StepRef older = new StepRef(
                scale.commandId(),
                scale.application(),
                scale.incidentId(),
                scale.executionId(),
                scale.epoch() - 1,
                scale.stepId(),
                scale.attempt(),
                scale.action(),
                scale.mode(),
                scale.executor());

        run.hears(new StepSucceeded(older, Effect.APPLIED, Duration.ZERO, "stale", null, List.of()));

        assertThat(run.step("scale")).isInstanceOf(StepState.Commanded.class);
    }

    private static List<StepEvent> lifeOf(StepRef ref) {
        return List.of(
                new StepAccepted(ref),
                new StepStarted(ref, "not started"),
                new StepProgressed(ref, Duration.ofSeconds(1), "failing-over"),
                new StepIndeterminate(ref, Duration.ofSeconds(2), "the call timed out"),
                new StepSucceeded(ref, Effect.APPLIED, Duration.ofSeconds(3), "is so", null, List.of()));
    }
}
