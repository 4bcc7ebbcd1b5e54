package io.lifeboat.e2e.survival;

import static io.lifeboat.chassis.crash.CrashPoint.AFTER_CALL;
import static io.lifeboat.chassis.crash.CrashPoint.AFTER_COMMIT;
import static io.lifeboat.chassis.crash.CrashPoint.AFTER_INTENT;
import static io.lifeboat.chassis.crash.CrashPoint.AFTER_RESULT;
import static io.lifeboat.chassis.crash.CrashPoint.AFTER_SEND;
import static io.lifeboat.chassis.crash.CrashPoint.BEFORE_CALL;
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

import io.lifeboat.chassis.crash.CrashPoint;
import io.lifeboat.e2e.stack.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} at every crash point, and SIGSTOP past the lease: the main job ends well all the same, and nothing happens
 * twice.
 */
class CrashPointIT {

    /** Short, so that a dead executor's runs do not lie idle for long. */
    private static final List<String> QUICK =
            List.of("-Dlifeboat.executor.lease=5s", "-Dlifeboat.executor.longest-call=4s");

    private static final List<Charged> COORDINATOR = List.of(
            Charged.kill("coordinator-1", BEFORE_COMMIT, OUTAGE_CONFIRMED),
            Charged.kill("coordinator-1", AFTER_COMMIT, OUTAGE_CONFIRMED),
            Charged.kill("coordinator-1", IN_OUTBOX, EXECUTION_OPENED),
            Charged.kill("coordinator-1", BEFORE_SEND, RUN_STEP),
            Charged.kill("coordinator-1", AFTER_SEND, RUN_STEP));

    /**
     * No point of another step lies where promote may be between its intent and its call: it must not be repeated, and a
     * person would be asked.
     */
    private static final List<Charged> EXECUTOR = List.of(
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
            Charged.kill("executor-1", BEFORE_CALL, "PutObject"));

    private static final List<Charged> AUDIT = List.of(
            Charged.kill("audit-1", BEFORE_COMMIT, STEP_SUCCEEDED),
            Charged.kill("audit-1", AFTER_COMMIT, STEP_SUCCEEDED),
            Charged.kill("audit-1", IN_OUTBOX, STEP_STATISTICS),
            Charged.kill("audit-1", BEFORE_SEND, STEP_STATISTICS),
            Charged.kill("audit-1", AFTER_SEND, STEP_STATISTICS));

    /** A publication is counted each time: a late one would show. */
    private static final Charged LATE =
            Charged.kill("executor-1", BEFORE_CALL, "Publish").stops();

    /** Disasters in which every service dies at every point. */
    static IntStream disasters() {
        return IntStream.rangeClosed(1, Integer.getInteger("lifeboat.repetitions", 1));
    }

    @ParameterizedTest
    @MethodSource("disasters")
    void shouldEndWellWithEachEffectOnceHoweverOftenItDies(int disaster) {
        List<Charged> everywhere = Stream.of(COORDINATOR, EXECUTOR, AUDIT, List.of(LATE))
                .flatMap(List::stream)
                .toList();

        Trial.Result result = new Trial(everywhere, QUICK).run();

        WellEnded.assertSo(result);
        assertThat(result.asked()).as("a person was asked").isFalse();
        assertThat(result.deaths())
                .as("deaths in disaster " + disaster)
                .isEqualTo(Map.of(
                        "coordinator-1", COORDINATOR.size(), "executor-1", EXECUTOR.size(), "audit-1", AUDIT.size()));
    }

    @Test
    void shouldTryEveryPointOfEveryService() {
        assertThat(EXECUTOR).extracting(Charged::point).containsExactlyInAnyOrder(CrashPoint.values());
        List<CrashPoint> ofMessages = List.of(BEFORE_COMMIT, AFTER_COMMIT, IN_OUTBOX, BEFORE_SEND, AFTER_SEND);
        assertThat(COORDINATOR).extracting(Charged::point).containsExactlyInAnyOrderElementsOf(ofMessages);
        assertThat(AUDIT).extracting(Charged::point).containsExactlyInAnyOrderElementsOf(ofMessages);
    }

    @Test
    void shouldShipTheAgentWithNoService() throws IOException {
        Layout layout = Layout.ofLauncher("crash");
        for (String service : List.of("detector", "coordinator", "executor", "audit")) {
            try (Stream<Path> shipped = Files.walk(layout.service(service).getParent())) {
                assertThat(shipped)
                        .as("what is packaged with " + service)
                        .anyMatch(file -> file.getFileName().toString().contains("lifeboat-chassis"))
                        .noneMatch(file -> file.getFileName().toString().contains("lifeboat-crash"));
            }
        }
    }

    /** One point of each service in each disaster. */
    static Stream<List<Charged>> each() {
        return IntStream.range(0, EXECUTOR.size())
                .mapToObj(i ->
                        List.of(EXECUTOR.get(i), COORDINATOR.get(i % COORDINATOR.size()), AUDIT.get(i % AUDIT.size())));
    }

    @ParameterizedTest
    @MethodSource("each")
    @LongOnly
    void shouldSurviveEachCrashByItself(List<Charged> charges) {
        Trial.Result result = new Trial(charges, List.of()).run();

        WellEnded.assertSo(result);
        assertThat(result.asked()).as("a person was asked").isFalse();
    }

    static Stream<Charged> stops() {
        List<Charged> countedEachTime = List.of(
                Charged.kill("executor-1", AFTER_INTENT, "roll").stops(),
                Charged.kill("executor-1", BEFORE_CALL, "UpdateService").stops(),
                Charged.kill("executor-1", AFTER_INTENT, "tell").stops(),
                LATE);
        return Stream.concat(EXECUTOR.stream().map(Charged::stops), countedEachTime.stream());
    }

    @ParameterizedTest
    @MethodSource("stops")
    @LongOnly
    void shouldChangeNothingLateWhenItGoesOnAfterItsTime(Charged stop) {
        Trial.Result result = new Trial(List.of(stop), List.of()).run();

        WellEnded.assertSo(result);
        assertThat(result.asked()).as("a person was asked").isFalse();
    }

    /** Nobody can know whether the call was sent, and a second one could swap the roles back. */
    @Test
    @LongOnly
    void shouldAskAPersonWhetherToRepeatWhatMustNotBeRepeated() {
        Charged inBetween = Charged.kill("executor-1", AFTER_INTENT, "promote");

        Trial.Result result = new Trial(List.of(inBetween), List.of("-Dlifeboat.executor.settle=10s")).run();

        WellEnded.assertSo(result);
        assertThat(result.asked()).as("a person was asked").isTrue();
    }
}
