package io.lifeboat.executor.action.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.executor.network.Web;
import java.util.Optional;

/** Which order an answer to POST /orders names: {@code id} or {@code orderId} in its body, else the end of Location. */
final class OrderId {

    private OrderId() {}

    static Optional<String> in(Web.Answer answer) {
        JsonNode body = read(answer.body());
        for (String field : new String[] {"id", "orderId"}) {
            if (body.path(field).isValueNode() && !body.path(field).asText().isBlank()) {
                return Optional.of(body.path(field).asText());
            }
        }
        return Optional.ofNullable(answer.location())
                .map(location -> location.substring(location.lastIndexOf('/') + 1));
    }

    private static JsonNode read(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            // An answer that is no JSON may still have named the order in its header.
            return Json.mapper().missingNode();
        }
    }
}
