package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.contract.timing.StepStatistics;
import java.util.Map;
import java.util.TreeMap;

/** What must be so after a disaster, whatever else went wrong in it. */
final class WellEnded {

    /**
     * What the main job really changes, all resources of a service together. Where the shop is served from is said in two
     * objects, at the witness and in the region gone to.
     */
    static final Map<String, Integer> EACH_ONCE = Map.of(
            "rds failover", 1,
            "application-autoscaling register", 1,
            "ecs deploy", 1,
            "s3 put", 2,
            "sns publish", 1);

    private WellEnded() {}

    /** It recovered by one execution, changed each thing once, lost no message, and the ledger holds. */
    static void assertSo(Trial.Result result) {
        assertThat(result.silent()).as("charges that never went off").isEmpty();
        assertThat(result.recovered()).as(result.told()).isTrue();
        assertThat(changes(result.effects()))
                .as("real changes, each as often as when nothing else goes wrong")
                .isEqualTo(EACH_ONCE);
        assertThat(result.said().deadLetters()).as("dead letters").isZero();
        assertThat(result.said().of(ExecutionOpened.class)).hasSize(1);
        assertThat(result.said().of(StepSucceeded.class))
                .extracting(succeeded -> succeeded.ref().commandId())
                .doesNotHaveDuplicates();
        // A coordinator that was cut off for longer than a command lives asks again, and is told that it is so already.
        assertThat(result.said().of(StepSucceeded.class))
                .filteredOn(succeeded -> succeeded.effect() == Effect.APPLIED)
                .extracting(succeeded -> succeeded.ref().stepId())
                .doesNotHaveDuplicates();
        assertThat(result.said().of(StepStatistics.class))
                .extracting(StepStatistics::stepId)
                .containsAll(result.said().of(StepSucceeded.class).stream()
                        .map(succeeded -> succeeded.ref().stepId())
                        .toList());
        assertThat(result.ledger().path("verified").asBoolean())
                .as(result.ledger().toString())
                .isTrue();
    }

    /** How often each kind of change was made, over all resources of a service. */
    static Map<String, Integer> changes(JsonNode effects) {
        Map<String, Integer> changes = new TreeMap<>();
        effects.propertyStream().forEach(resource -> resource.getValue()
                .propertyStream()
                .forEach(effect -> changes.merge(
                        resource.getKey().split(":", 2)[0] + " " + effect.getKey(),
                        effect.getValue().asInt(),
                        Integer::sum)));
        return changes;
    }
}
