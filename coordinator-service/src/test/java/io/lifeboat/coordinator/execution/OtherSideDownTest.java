package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Steps.rehearsal;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.coordinator.execution.verb.Abort;
import io.lifeboat.coordinator.execution.verb.Resume;
import org.junit.jupiter.api.Test;

/** The region gone to is lost while the one that is left serves. */
class OtherSideDownTest {

    @Test
    void shouldStopNothingThatServesForASideThatIsLost() {
        Run run = Run.planned(rehearsal()).accepts("freeze").otherSideIsDown();

        run.succeeds("freeze");

        assertThat(run.commanded()).containsExactly("freeze/1");
        assertThat(run.only(ExecutionPaused.class).reason())
                .isEqualTo("eu-central-1 is lost, and eu-west-1 is left for it: abort while that serves, or resume once"
                        + " eu-central-1 answers");
        assertThat(run.questions()).hasSize(1);
        run.says(new Abort(Run.COMMANDER));
        assertThat(run.state()).isInstanceOf(ExecutionState.Aborted.class);
    }

    @Test
    void shouldPauseARehearsalToo() {
        Run run = Run.rehearsal(rehearsal()).otherSideIsDown();

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
    }

    @Test
    void shouldAskOnceAndGoOnWhenAPersonSaysSo() {
        Run run = Run.planned(rehearsal()).otherSideIsDown().otherSideIsDown().succeeds("freeze");

        run.says(new Resume(Run.COMMANDER)).otherSideIsDown();

        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
        assertThat(run.all(ExecutionPaused.class)).hasSize(1);
        assertThat(run.commanded()).containsExactly("freeze/1", "fence/1");
    }

    @Test
    void shouldGoOnOnceTheWriterMayHaveMoved() {
        Run run = Run.planned(rehearsal()).succeeds("freeze", "fence").otherSideIsDown();

        assertThat(run.commanded()).contains("promote/1");
        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
    }

    @Test
    void shouldLeaveARegionThatIsLostItselfAllTheSame() {
        Run run = Run.of(Steps.shop()).otherSideIsDown();

        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
    }
}
