package io.lifeboat.coordinator.execution.verb;

import static io.lifeboat.coordinator.execution.Run.COMMANDER;
import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.coordinator.execution.Ending;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.Run;
import io.lifeboat.coordinator.execution.Steps;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SupersedeTest {

    private static final Supersede SUPERSEDE = new Supersede(COMMANDER, Duration.ofSeconds(30));

    @Test
    void shouldEndAPausedFailoverAtOnceWhenNothingIsInFlight() {
        Run run =
                Run.of(Steps.shop()).succeeds("freeze", "fence", "promote").fails("scale", ErrorClass.CAPACITY, false);

        run.says(SUPERSEDE);

        assertThat(run.state()).isEqualTo(new ExecutionState.Aborted(COMMANDER, Ending.SUPERSEDED));
        assertThat(run.only(RetireEpoch.class).reason()).contains("superseded by commander");
        assertThat(run.only(ExecutionAborted.class).done()).containsExactly("freeze", "fence", "promote");
    }

    @Test
    void shouldWaitForWhatIsInFlightAndAskAnotherPersonAfterTheTimeThatWasSaid() {
        Run run = Run.of(Steps.shop())
                .succeeds("freeze", "fence")
                .accepts("promote")
                .fails("scale", ErrorClass.CAPACITY, false)
                .says(SUPERSEDE);
        assertThat(run.state()).isInstanceOf(ExecutionState.Aborting.class);

        run.waits(Duration.ofSeconds(30));

        assertThat(run.questions()).singleElement().satisfies(asked -> assertThat(asked.text())
                .contains("step promote")
                .contains("another person than commander"));
        run.succeeds("promote");
        assertThat(run.state()).isEqualTo(new ExecutionState.Aborted(COMMANDER, Ending.SUPERSEDED));
    }

    @Test
    void shouldBeLegalOnlyWhereSomethingIsStuck() {
        Run healthy = Run.of(Steps.shop());
        Run asking = Run.of(step("a", "manual"), step("b", "freeze")).asks("a");
        Run unclear = Run.of(step("a", "ecs.scale")).isIndeterminate("a");
        Run paused = Run.of(step("a", "ecs.scale")).says(new Pause(COMMANDER));
        Run aborting = Run.of(step("a", "ecs.scale")).accepts("a").says(new Abort(COMMANDER));
        Run completed = Run.of(step("a", "freeze")).succeeds("a");
        Run rehearsal = Run.rehearsal(Steps.rehearsal()).says(new Pause(COMMANDER));

        assertThat(SUPERSEDE.legalIn(healthy.execution())).isFalse();
        assertThat(SUPERSEDE.legalIn(asking.execution())).isTrue();
        assertThat(SUPERSEDE.legalIn(unclear.execution())).isTrue();
        assertThat(SUPERSEDE.legalIn(paused.execution())).isTrue();
        assertThat(SUPERSEDE.legalIn(aborting.execution())).isTrue();
        assertThat(SUPERSEDE.legalIn(completed.execution())).isFalse();
        assertThat(SUPERSEDE.legalIn(rehearsal.execution())).isFalse();
    }

    @Test
    void shouldTakeAnAbortFurtherWithoutRetiringTwice() {
        Run run = Run.of(step("a", "ecs.scale")).accepts("a").says(new Abort(COMMANDER));

        run.says(SUPERSEDE).succeeds("a");

        assertThat(run.all(RetireEpoch.class)).hasSize(1);
        assertThat(run.state()).isEqualTo(new ExecutionState.Aborted(COMMANDER, Ending.SUPERSEDED));
        assertThat(LegalVerbs.of(run.execution())).isEmpty();
    }
}
