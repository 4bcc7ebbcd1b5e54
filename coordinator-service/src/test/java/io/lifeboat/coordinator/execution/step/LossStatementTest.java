package io.lifeboat.coordinator.execution.step;

import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.LossStated.Moment;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.HeartbeatRow;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.execution.Run;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The old writer accepted a heartbeat at second 100 and refused one that had ended at second 102. */
class LossStatementTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final LossInterval LOSS = new LossInterval(Duration.ofMillis(6_750), Duration.ofSeconds(12));

    @Test
    void shouldStateTheLossWhenTheDataIsPromoted() {
        Run run = failover();

        run.succeeds("promote", Effect.APPLIED, row(90));

        assertThat(run.only(LossStated.class))
                .extracting(LossStated::moment, LossStated::loss, LossStated::executionId)
                .containsExactly(Moment.PROMOTION, LOSS, "e1");
    }

    @Test
    void shouldStateItAgainWhenTheNewWriterIsProbed() {
        Run run = failover().succeeds("promote", Effect.APPLIED);
        assertThat(run.only(LossStated.class).loss()).isNull();

        run.succeeds("verify", Effect.APPLIED, row(90));

        assertThat(run.all(LossStated.class).getLast())
                .extracting(LossStated::moment, LossStated::loss)
                .containsExactly(Moment.RECONCILIATION, LOSS);
    }

    @Test
    void shouldKeepToThePromotionsWordOnceTheRowWasWrittenAgain() {
        Run run = failover().succeeds("promote", Effect.APPLIED, row(90));

        run.succeeds("verify", Effect.APPLIED, row(130));

        LossStated reconciled = run.all(LossStated.class).getLast();
        assertThat(reconciled.loss()).isEqualTo(LOSS);
        assertThat(reconciled.basis()).startsWith("as stated at the promotion");
    }

    @Test
    void shouldSayThatItIsUnknownWhenNobodyMeasuredIt() {
        Run run = Run.of(step("promote", "aurora.failover"));

        run.succeeds("promote", Effect.APPLIED, row(90));

        assertThat(run.only(LossStated.class).loss()).isNull();
        assertThat(run.only(LossStated.class).basis()).isNotBlank();
    }

    private static Run failover() {
        return Run.of(step("promote", "aurora.failover"), step("verify", "writer.probe", "promote"))
                .heartbeatAccepted(
                        "office",
                        new Heartbeat(
                                "eu-west-1",
                                100,
                                START.plusSeconds(100),
                                START.plusSeconds(100),
                                Duration.ofSeconds(1),
                                START.plusSeconds(102)));
    }

    private static HeartbeatRow row(long second) {
        return new HeartbeatRow("office", second, START.plusSeconds(second));
    }
}
