package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepRefused.Reason;
import io.lifeboat.coordinator.execution.verb.Pause;
import io.lifeboat.coordinator.execution.verb.SkipStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rehearsal that a disaster takes the slot of, at each of its steps. */
class GivingWayTest {

    private static final Duration BUDGET = new Patience().knownWithin();

    @ParameterizedTest
    @ValueSource(strings = {"freeze", "fence", "promote", "scale", "roll", "smoke", "shift", "verify", "tell"})
    void shouldStartNothingMoreAndEndOnceTheStepInFlightIsKnown(String last) {
        Run run = rehearsalAt(last);
        int commanded = run.commanded().size();

        run.givesWay();

        assertThat(run.only(RetireEpoch.class).epoch()).isEqualTo(7);
        assertThat(run.state()).isInstanceOf(ExecutionState.Aborting.class);
        run.execution().inFlight().forEach(run::succeeds);
        assertThat(run.commanded()).hasSize(commanded);
        assertThat(run.state()).isEqualTo(new ExecutionState.Aborted(Run.GATE, Ending.GAVE_WAY));
        assertThat(run.only(ExecutionAborted.class).act()).isEqualTo(Run.GATE);
        assertThat(run.only(ExecutionAborted.class).nextSafeVerb()).contains("the gate decides");
    }

    @ParameterizedTest
    @ValueSource(strings = {"freeze", "fence", "promote", "scale", "roll", "smoke", "shift", "verify", "tell"})
    void shouldLeaveAnUnfinishedMoveFromTheMomentItsWriterMayHaveMoved(String last) {
        Run run = rehearsalAt(last).givesWay();

        assertThat(UnfinishedMove.of(List.of(run.execution())).isPresent())
                .isEqualTo(!last.equals("freeze") && !last.equals("fence"));
    }

    @Test
    void shouldGiveWayAtOnceWhenNothingIsInFlight() {
        Run run = rehearsalAt("promote")
                .fails("scale", ErrorClass.CAPACITY, false)
                .succeeds("promote");
        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);

        run.givesWay();

        assertThat(run.state()).isEqualTo(new ExecutionState.Aborted(Run.GATE, Ending.GAVE_WAY));
    }

    @Test
    void shouldGiveWayAtOnceWhenAPersonPausedItBetweenSteps() {
        Run run =
                Run.rehearsal(Steps.rehearsal()).says(new Pause(Run.COMMANDER)).succeeds("freeze");

        assertThat(run.givesWay().state()).isInstanceOf(ExecutionState.Aborted.class);
        assertThat(run.commanded()).containsExactly("freeze/1");
    }

    @Test
    void shouldCountARefusalAsAStepThatIsKnown() {
        Run run = rehearsalAt("shift").givesWay();

        run.refuses("shift", Reason.STALE_EPOCH);

        assertThat(run.state()).isInstanceOf(ExecutionState.Aborted.class);
    }

    @Test
    void shouldAskAPersonAboutWhatIsNotKnownInTimeHoweverMuchIsSaidOfIt() {
        Run run = rehearsalAt("roll").givesWay();
        run.waits(BUDGET.minusSeconds(1)).progresses("roll", "2 of 3 tasks");
        assertThat(run.questions()).isEmpty();

        run.waits(Duration.ofSeconds(1));

        assertThat(run.questions()).hasSize(1);
        Question asked = run.questions().getFirst();
        assertThat(asked.text()).contains("a disaster of shop waits for step roll");
        run.progresses("roll", "2 of 3 tasks still").waits(Duration.ofMinutes(2));
        assertThat(run.questions()).containsExactly(asked);
        run.says(new SkipStep("roll", Run.COMMANDER));
        assertThat(run.state()).isInstanceOf(ExecutionState.Aborted.class);
    }

    @Test
    void shouldNeverRepeatASwitchoverByItself() {
        Run run = rehearsalAt("promote");

        run.fails("promote", ErrorClass.THROTTLED, true);

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.commanded()).doesNotContain("promote/2");
    }

    @Test
    void shouldForgetAMoveOnceAnotherCameToItsEnd() {
        Execution left = rehearsalAt("roll").givesWay().succeeds("roll").execution();
        Execution finished =
                Run.of(step("promote", "aurora.failover")).succeeds("promote").execution();
        Execution barelyBegun = Run.of(Steps.shop()).execution();

        assertThat(UnfinishedMove.of(List.of(barelyBegun, left)))
                .contains(
                        new UnfinishedMove("e1", "eu-west-1", "eu-central-1", Map.of("promote", "aurora.switchover")));
        assertThat(UnfinishedMove.of(List.of(finished, left))).isEmpty();
    }

    /** With that step accepted, and every one before it done. */
    private static Run rehearsalAt(String last) {
        Run run = Run.rehearsal(Steps.rehearsal());
        for (String step : run.execution().steps().keySet()) {
            if (step.equals(last)) {
                return run.accepts(last);
            }
            boolean besides = step.equals("promote") && last.equals("scale");
            if (!besides) {
                run.succeeds(step);
            }
        }
        throw new IllegalArgumentException(last);
    }
}
