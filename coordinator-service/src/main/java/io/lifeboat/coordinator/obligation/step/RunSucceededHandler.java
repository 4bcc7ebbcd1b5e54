package io.lifeboat.coordinator.obligation.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.coordinator.obligation.Kind;
import io.lifeboat.coordinator.obligation.Obligation;
import io.lifeboat.coordinator.obligation.ObligationTurn;
import org.jspecify.annotations.Nullable;

/**
 * It was seen to be done. A fence that met an old writer which still accepted writes is done too, and leaves something worse
 * to do: two writers took writes, and a person is paged at once.
 */
final class RunSucceededHandler {

    ObligationTurn on(OwedRun run, StepSucceeded event) {
        ObligationTurn kept = ObligationTurn.keep(run.obligation(), run.open(), event.detail(), null);
        return splitBrain(event.evidence()) ? kept.owe(reconcile(run.obligation())) : kept;
    }

    private static boolean splitBrain(@Nullable JsonNode evidence) {
        return evidence != null && evidence.path("oldWriterOpenOnReturn").asBoolean(false);
    }

    private static Obligation reconcile(Obligation fence) {
        return Obligation.byHand(
                fence.ref(),
                Kind.RECONCILE_WRITES,
                1,
                "SPLIT BRAIN: the old writer in %s accepted writes after the region had returned and before its tasks were stopped. Find the writes it took since (Aurora keeps its volume as a snapshot when it makes it anew) and bring them over, or say which are given up"
                        .formatted(fence.ref().from()));
    }
}
