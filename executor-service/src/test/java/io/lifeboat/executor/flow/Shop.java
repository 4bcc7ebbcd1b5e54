package io.lifeboat.executor.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanReader;
import io.lifeboat.contract.plan.PlanReading;
import io.lifeboat.contract.plan.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;

/** The sandbox's shop: its plan as a coordinator would pin it, and the operator's REST. */
final class Shop {

    private static final String FROM = "eu-west-1";
    private static final String TO = "eu-central-1";

    private final JsonNode description;
    private final String token;
    private final Plan plan;
    private final HttpClient http = HttpClient.newHttpClient();

    Shop(JsonNode description, String plan, String token) {
        this.description = description;
        this.token = token;
        PlanReading reading = new PlanReader().read(plan);
        if (!(reading instanceof PlanReading.Readable readable)) {
            throw new IllegalStateException(reading.toString());
        }
        this.plan = readable.plan();
    }

    String sandbox(String path) {
        return description.at(path).asText();
    }

    /** The command of a step of the failover. */
    RunStep command(String stepId, String executionId, String application) {
        Step step = plan.procedure("failover").orElseThrow().stream()
                .filter(candidate -> candidate.id().equals(stepId))
                .findFirst()
                .orElseThrow();
        Instant now = Instant.now();
        return new RunStep(
                UUID.randomUUID().toString(),
                application,
                "incident-1",
                executionId,
                1_000,
                Mode.LIVE,
                step.id(),
                1,
                step.action(),
                pinned(step.with()),
                plan.targets().get(step.target()),
                plan.datasources(),
                FROM,
                TO,
                now,
                now.plus(Duration.ofMinutes(1)),
                step.within(),
                1,
                "hash");
    }

    JsonNode operator(String method, String path) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(sandbox("/control") + path))
                            .header("Authorization", "Bearer " + token)
                            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return Json.mapper().readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException e) {
            throw new IllegalStateException("the sandbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode pinned(JsonNode value) {
        if (value.isTextual()) {
            return Json.mapper()
                    .getNodeFactory()
                    .textNode(value.textValue().replace("{from}", FROM).replace("{to}", TO));
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode pinned = Json.mapper().createObjectNode();
        boolean byRegion = value.has(FROM) && value.has(TO);
        for (Iterator<Map.Entry<String, JsonNode>> fields = value.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            String name = byRegion ? (field.getKey().equals(FROM) ? "from" : "to") : field.getKey();
            pinned.set(name, pinned(field.getValue()));
        }
        if (pinned.remove("match") != null) {
            // As the coordinator does with what was sampled before the region was lost.
            pinned.putObject("baseline").put("minimum", 3).put("desired", 3).put("sampleAge", "PT5S");
        }
        return pinned;
    }
}
