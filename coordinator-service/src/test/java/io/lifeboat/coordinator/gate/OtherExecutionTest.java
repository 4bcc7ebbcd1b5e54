package io.lifeboat.coordinator.gate;

import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.signal.SignalState.UP;
import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.lost;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static io.lifeboat.coordinator.gate.Evaluated.seconds;
import static io.lifeboat.coordinator.gate.Evaluated.verdict;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.coordinator.signal.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherExecutionTest {

    private static final OtherExecution REHEARSAL =
            new OtherExecution("e-1", "a rehearsal", true, false, List.of("promote"));

    @Test
    void shouldProceedAgainstARehearsal() {
        GateDecision decision = Gate.evaluate(lost().otherExecution(REHEARSAL).build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PROCEED);
        assertThat(reason(decision, "execution")).isEqualTo("execution e-1 is a rehearsal and gives way");
    }

    @Test
    void shouldHoldAndNameTheStepsWhileWhatGivesWayHasThemInFlight() {
        GateDecision decision = expect(
                lost().otherExecution(
                                new OtherExecution("e-1", "a rehearsal", true, true, List.of("promote", "scale"))),
                GateOutcome.HOLD,
                "execution");

        assertThat(reason(decision, "execution"))
                .isEqualTo(
                        "execution e-1 is a rehearsal and gives way; waiting for its steps promote, scale to be known");
    }

    @Test
    void shouldHoldAgainstALiveExecution() {
        GateDecision decision = expect(lost().otherExecution("e-1"), GateOutcome.HOLD, "execution");

        assertThat(reason(decision, "execution")).contains("be superseded");
    }

    @Test
    void shouldAskAPersonWhenARehearsalMayHaveDoneItItself() {
        // A rehearsal stops the tasks of the region it leaves and its writes; its database goes on answering.
        GateInputs own = lost().otherExecution(REHEARSAL)
                .seen(tasksAndWritesStopped("frankfurt"), tasksAndWritesStopped("office"));

        GateDecision decision = Gate.evaluate(own.build());

        assertThat(verdict(decision, "execution")).isEqualTo(Verdict.ASK);
        assertThat(decision.outcome()).isNotEqualTo(GateOutcome.PROCEED);
    }

    @Test
    void shouldAskNothingOfLossAndFenceWhenTheWriterIsThereAlready() {
        GateDecision decision = Gate.evaluate(lost().writerThere()
                .seen(writerMoved("frankfurt"), writerMoved("office"))
                .build());

        assertThat(decision.outcome()).as(decision.checks().toString()).isEqualTo(GateOutcome.PROCEED);
        assertThat(reason(decision, "loss")).contains("the writer is in " + OTHER + " already");
        assertThat(reason(decision, "fence")).contains("the writer is in " + OTHER + " already");
    }

    @Test
    void shouldAskForTwoKeysWhenTheRegionLeftTakesWritesBesideTheWriter() {
        GateDecision decision = Gate.evaluate(lost().writerThere()
                .seen(
                        writerMoved("frankfurt"),
                        Seen.by("office").set("database", DATABASE, HOME, UP).lag(OTHER, null, null))
                .build());

        assertThat(verdict(decision, "fence")).isEqualTo(Verdict.ASK);
        assertThat(decision.keys()).isEqualTo(2);
    }

    private static Seen tasksAndWritesStopped(String vantage) {
        return Seen.by(vantage).homeLost(seconds(20)).without("database");
    }

    private static Seen writerMoved(String vantage) {
        return Seen.by(vantage).homeLost(seconds(20)).lag(OTHER, null, null);
    }
}
