package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Target;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.call.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assignments of a live execution from eu-west-1 to eu-central-1, and the permit to carry them out. */
final class Assigned {

    /** An account whose roles must be assumed first. */
    static final Target SHOP = new Target(
            "111111111111",
            Map.of("read", "arn:aws:iam::111111111111:role/read", "act", "arn:aws:iam::111111111111:role/act"));

    private Assigned() {}

    /**
     * An action with what a plan would give it.
     *
     * @param target where it acts, or null for wherever the credentials belong
     * @param with its parameters as JSON
     */
    static <P> Assignment<P> to(Action<P> action, @Nullable Target target, String with) {
        JsonNode parameters = json(with);
        return new Assignment<>(
                new RunStep(
                        "c",
                        "shop",
                        "i",
                        "e-1.owed",
                        1,
                        Mode.LIVE,
                        "s",
                        1,
                        action.name(),
                        parameters,
                        target,
                        Map.of(),
                        "eu-west-1",
                        "eu-central-1",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Duration.ofMinutes(1),
                        1,
                        "hash"),
                action.read(new Parameters(parameters)));
    }

    static Permit permit() {
        return Permit.lasting(Duration.ofSeconds(5), Duration.ofSeconds(3));
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
