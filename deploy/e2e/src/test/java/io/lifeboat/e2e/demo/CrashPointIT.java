package io.lifeboat.e2e.demo;

import static io.lifeboat.chassis.crash.CrashPoint.AFTER_CALL;
import static io.lifeboat.chassis.crash.CrashPoint.AFTER_COMMIT;
import static io.lifeboat.chassis.crash.CrashPoint.AFTER_INTENT;
import static io.lifeboat.chassis.crash.CrashPoint.AFTER_RESULT;
import static io.lifeboat.chassis.crash.CrashPoint.AFTER_SEND;
import static io.lifeboat.chassis.crash.CrashPoint.BEFORE_COMMIT;
import static io.lifeboat.chassis.crash.CrashPoint.BEFORE_INTENT;
import static io.lifeboat.chassis.crash.CrashPoint.BEFORE_RESULT;
import static io.lifeboat.chassis.crash.CrashPoint.BEFORE_SEND;
import static io.lifeboat.chassis.crash.CrashPoint.IN_OUTBOX;
import static io.lifeboat.contract.envelope.MessageType.EXECUTION_OPENED;
import static io.lifeboat.contract.envelope.MessageType.OUTAGE_CONFIRMED;
import static io.lifeboat.contract.envelope.MessageType.RUN_STEP;
import static io.lifeboat.contract.envelope.MessageType.STEP_STARTED;
import static io.lifeboat.contract.envelope.MessageType.STEP_STATISTICS;
import static io.lifeboat.contract.envelope.MessageType.STEP_SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.timing.StepStatistics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code kill -9} at every crash point: the main job ends well all the same, and nothing happens twice. */
class CrashPointIT {

    /** Short, so that a dead executor's runs do not lie idle for long. */
    private static final List<String> QUICK =
            List.of("-Dlifeboat.executor.lease=5s", "-Dlifeboat.executor.longest-call=4s");

    /** Each of them dies at each of its points, one after the other, in one disaster. */
    private static final List<Charged> EVERYWHERE = List.of(
            Charged.kill("coordinator-1", BEFORE_COMMIT, OUTAGE_CONFIRMED),
            Charged.kill("coordinator-1", AFTER_COMMIT, OUTAGE_CONFIRMED),
            Charged.kill("coordinator-1", IN_OUTBOX, EXECUTION_OPENED),
            Charged.kill("coordinator-1", BEFORE_SEND, RUN_STEP),
            Charged.kill("coordinator-1", AFTER_SEND, RUN_STEP),
            Charged.kill("executor-1", BEFORE_COMMIT, RUN_STEP),
            Charged.kill("executor-1", AFTER_COMMIT, RUN_STEP),
            Charged.kill("executor-1", IN_OUTBOX, STEP_STARTED),
            Charged.kill("executor-1", BEFORE_SEND, STEP_SUCCEEDED),
            Charged.kill("executor-1", AFTER_SEND, STEP_SUCCEEDED),
            Charged.kill("executor-1", BEFORE_RESULT, "fence"),
            Charged.kill("executor-1", AFTER_RESULT, "fence"),
            Charged.kill("executor-1", AFTER_CALL, "promote"),
            Charged.kill("executor-1", BEFORE_INTENT, "roll"),
            Charged.kill("executor-1", AFTER_INTENT, "smoke"),
            Charged.kill("audit-1", BEFORE_COMMIT, STEP_SUCCEEDED),
            Charged.kill("audit-1", AFTER_COMMIT, STEP_SUCCEEDED),
            Charged.kill("audit-1", IN_OUTBOX, STEP_STATISTICS),
            Charged.kill("audit-1", BEFORE_SEND, STEP_STATISTICS),
            Charged.kill("audit-1", AFTER_SEND, STEP_STATISTICS),
            Charged.stop("executor-1", AFTER_INTENT, "shift"));

    @Test
    void shouldEndWellWithEachEffectOnceHoweverOftenItDies() {
        Trial.Result result = new Trial(EVERYWHERE, QUICK).run();

        assertEndedWell(result);
    }

    private static void assertEndedWell(Trial.Result result) {
        System.out.println(result.told());
        System.out.println(result.effects().toPrettyString());
        System.out.println(result.deaths());
        assertThat(result.silent()).as("charges that never went off").isEmpty();
        assertThat(result.recovered()).as(result.told()).isTrue();
        assertThat(result.said().deadLetters()).as("dead letters").isZero();
        assertThat(result.said().of(ExecutionOpened.class)).hasSize(1);
        assertThat(result.said().of(StepSucceeded.class))
                .extracting(succeeded -> succeeded.ref().stepId())
                .doesNotHaveDuplicates();
        assertThat(steps(result, StepStatistics.class))
                .as("steps with statistics")
                .containsAll(steps(result, StepSucceeded.class).toList());
        assertThat(result.ledger().path("verified").asBoolean()).isTrue();
    }

    private static <T extends Record> Stream<String> steps(Trial.Result result, Class<T> type) {
        return result.said().of(type).stream().map(message -> switch (message) {
            case StepSucceeded succeeded -> succeeded.ref().stepId();
            case StepStatistics statistics -> statistics.stepId();
            default -> throw new IllegalArgumentException("no step's message: " + message);
        });
    }
}
