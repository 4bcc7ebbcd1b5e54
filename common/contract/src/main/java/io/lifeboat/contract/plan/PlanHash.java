package io.lifeboat.contract.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.envelope.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** A plan's fingerprint: the same for the same content, whatever its text looked like. */
public final class PlanHash {

    private PlanHash() {}

    /** SHA-256 over the plan's JSON with every object's keys in order, as 64 hex digits. */
    public static String of(Plan plan) {
        try {
            byte[] canonical =
                    Json.mapper().writeValueAsBytes(ordered(Json.mapper().valueToTree(plan)));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot hash the plan of " + plan.application(), e);
        }
    }

    private static JsonNode ordered(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode result = object.objectNode();
                TreeSet<String> names = new TreeSet<>();
                object.fieldNames().forEachRemaining(names::add);
                names.forEach(name -> result.set(name, ordered(object.get(name))));
                yield result;
            }
            case ArrayNode array -> {
                ArrayNode result = array.arrayNode(array.size());
                array.forEach(element -> result.add(ordered(element)));
                yield result;
            }
            default -> node;
        };
    }
}
