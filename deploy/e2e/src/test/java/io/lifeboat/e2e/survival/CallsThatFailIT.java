package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.e2e.client.SandboxControl;
import io.lifeboat.e2e.stack.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AWS calls that are not answered, refused, or answered with what was true a minute ago: nothing happens twice. */
class CallsThatFailIT {

    /** Whether the times are those of a disaster, or short enough for every build. */
    private static final boolean LONG = Integer.getInteger("lifeboat.repetitions", 1) > 1;

    /** How many seconds a describe call answers the old state, from the loss of the region on. */
    private static final int STALE = LONG ? 90 : 40;

    private static final int THROTTLED = LONG ? 60 : 20;

    /** Calls that change something, and how often each is made. */
    private static final Map<String, Integer> CHANGES = Map.of(
            "FailoverGlobalCluster", 1, "RegisterScalableTarget", 1, "UpdateService", 2, "PutObject", 2, "Publish", 1);

    /** The settle time must outlast the stale answers; short calls, for each of them runs into its time-out. */
    private static final List<String> SETTINGS = List.of(
            "-Dlifeboat.executor.lease=5s",
            "-Dlifeboat.executor.longest-call=3s",
            "-Dlifeboat.executor.settle=" + (STALE + 10) + "s");

    /** Short, for a person is asked only after it. */
    private static final List<String> IMPATIENT = List.of(
            "-Dlifeboat.executor.lease=5s", "-Dlifeboat.executor.longest-call=3s", "-Dlifeboat.executor.settle=10s");

    @Test
    void shouldChangeEachThingOnceWhenNoChangeIsAnsweredAndTheWriterLooksUnmoved() {
        Trial.Result result = new Trial(SETTINGS, new Trouble() {
                    @Override
                    public void before(Stack stack) {
                        SandboxControl control = stack.control();
                        CHANGES.forEach((operation, times) ->
                                control.api(fault(operation, "timeout-after-apply", Map.of("times", times))));
                        control.api(fault(
                                "DescribeGlobalClusters",
                                "stale",
                                Map.of(
                                        "for",
                                        STALE + "s",
                                        "region",
                                        stack.sandbox().regions().other())));
                    }
                })
                .run();

        assertThat(result.asked()).as("a person was asked").isFalse();
        assertThat(result.said().of(StepIndeterminate.class))
                .extracting(unclear -> unclear.ref().stepId())
                .contains("promote", "scale", "roll", "shift", "tell");
        assertThat(WellEnded.changes(result.effects())).containsAllEntriesOf(exceptPublished());
        assertThat(result.said().of(ExecutionOpened.class)).hasSize(1);
        assertThat(result.recovered()).as(result.told()).isTrue();
        assertThat(result.said().deadLetters()).isZero();
        // What cannot be looked up afterwards goes out at least once, under one notification id.
        assertThat(WellEnded.changes(result.effects()).get("sns publish")).isBetween(1, 2);
    }

    @Test
    @LongOnly
    void shouldChangeEachThingOnceWhenNoChangeArrivesAndNineOfTenCallsAreThrottled() {
        Trial.Result result = new Trial(IMPATIENT, new Trouble() {
                    @Override
                    public void before(Stack stack) {
                        SandboxControl control = stack.control();
                        // The other region's, for those of the lost one answer nothing at all.
                        control.api(Map.of(
                                "kind",
                                "throttle",
                                "share",
                                0.9,
                                "for",
                                THROTTLED + "s",
                                "region",
                                stack.sandbox().regions().other()));
                        CHANGES.forEach((operation, times) ->
                                control.api(fault(operation, "timeout-before-apply", Map.of("times", 1))));
                    }
                })
                .run();

        assertThat(result.asked())
                .as("nobody can know whether the promotion was begun, so a person was asked")
                .isTrue();
        WellEnded.assertSo(result);
        assertThat(result.said().of(StepSucceeded.class))
                .filteredOn(succeeded -> succeeded.ref().stepId().equals("promote"))
                .singleElement()
                .satisfies(promoted -> assertThat(promoted.ref().attempt()).isEqualTo(2));
    }

    private static Map<String, Integer> exceptPublished() {
        Map<String, Integer> others = new HashMap<>(WellEnded.EACH_ONCE);
        others.remove("sns publish");
        return others;
    }

    private static Map<String, ?> fault(String operation, String kind, Map<String, ?> more) {
        Map<String, Object> fault = new HashMap<>(more);
        fault.put("operation", operation);
        fault.put("kind", kind);
        return fault;
    }
}
