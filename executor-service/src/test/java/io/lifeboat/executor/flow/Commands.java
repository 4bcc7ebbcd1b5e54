package io.lifeboat.executor.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Commands as a coordinator would send them. */
final class Commands {

    private String application = "shop-" + UUID.randomUUID();
    private String commandId = UUID.randomUUID().toString();
    private String executionId = UUID.randomUUID().toString();
    private String stepId = "promote";
    private String action = ScriptedAction.NAME;
    private long epoch = 1_000;
    private int attempt = 1;
    private Duration span = Duration.ofMinutes(1);
    private Duration budget = Duration.ofSeconds(30);
    private final ObjectNode with = JsonNodeFactory.instance.objectNode();

    static Commands on(String resource) {
        Commands command = new Commands();
        command.with.put("resource", resource);
        return command;
    }

    Commands answer(String answer) {
        with.put("answer", answer);
        return this;
    }

    Commands irreversible() {
        with.put("irreversible", true);
        return this;
    }

    Commands with(String field, int value) {
        with.put(field, value);
        return this;
    }

    Commands application(String value) {
        application = value;
        return this;
    }

    Commands commandId(String value) {
        commandId = value;
        return this;
    }

    Commands executionId(String value) {
        executionId = value;
        return this;
    }

    Commands stepId(String value) {
        stepId = value;
        return this;
    }

    Commands action(String value) {
        action = value;
        return this;
    }

    Commands epoch(long value) {
        epoch = value;
        return this;
    }

    Commands attempt(int value) {
        attempt = value;
        return this;
    }

    Commands span(Duration value) {
        span = value;
        return this;
    }

    Commands budget(Duration value) {
        budget = value;
        return this;
    }

    RunStep build() {
        Instant issued = Instant.now();
        return new RunStep(
                commandId,
                application,
                "incident-1",
                executionId,
                epoch,
                Mode.LIVE,
                stepId,
                attempt,
                action,
                with.deepCopy(),
                null,
                Map.of(),
                "eu-west-1",
                "eu-central-1",
                issued,
                issued.plus(span),
                budget,
                1,
                "hash");
    }
}
