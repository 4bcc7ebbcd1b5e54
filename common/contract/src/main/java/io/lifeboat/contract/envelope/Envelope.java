package io.lifeboat.contract.envelope;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Packs records into messages and unpacks them. */
public final class Envelope {

    /** CloudEvents attribute names as Kafka headers (CloudEvents Kafka protocol binding 1.0, binary mode). */
    public static final String ID = "ce_id";

    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TRACEPARENT = "ce_traceparent";
    public static final String CONTENT_TYPE = "content-type";

    /** How many milliseconds the message had waited in its sender's outbox when it was sent; missing where none did. */
    public static final String WAITED = "lifeboat_waited_ms";

    private Envelope() {}

    /**
     * Packs a record under a new random id.
     *
     * @param source the sending instance, for example {@code /lifeboat/detector/office-1}
     * @param application the key
     * @param now the sender's time
     * @param body one of the records of {@link MessageType}
     */
    public static Message pack(String source, String application, Instant now, Record body) {
        return pack(UUID.randomUUID().toString(), source, application, now, body);
    }

    /** Packs a record under a given id, for messages whose id must be the same however often they are made. */
    public static Message pack(String id, String source, String application, Instant now, Record body) {
        MessageType type = MessageType.of(body);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, id);
        headers.put(TYPE, type.wireName());
        headers.put(SOURCE, source);
        headers.put(SUBJECT, application);
        headers.put(TIME, now.toString());
        headers.put(CONTENT_TYPE, "application/json; charset=UTF-8");
        JsonNode tree = Json.mapper().valueToTree(body);
        RequiredFields.firstMissing(tree, type.record()).ifPresent(field -> {
            throw new IllegalArgumentException(type.wireName() + " " + field + ": is missing; nobody could read it");
        });
        try {
            return new Message(id, type, application, headers, Json.mapper().writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + type.wireName(), e);
        }
    }

    /**
     * Unpacks a message.
     *
     * @param key the record's key, or null
     * @param headers its headers as text
     * @param body its bytes, or null
     * @throws UnreadableMessageException naming what is wrong, when nobody will ever be able to read it
     */
    public static Received unpack(@Nullable String key, Map<String, String> headers, byte @Nullable [] body) {
        String id = required(headers, ID);
        String wireName = required(headers, TYPE);
        MessageType type = MessageType.named(wireName)
                .orElseThrow(() -> new UnreadableMessageException("header " + TYPE + ": unknown type " + wireName));
        if (key == null || key.isBlank()) {
            throw new UnreadableMessageException("key: is missing; it must be the application");
        }
        if (body == null || body.length == 0) {
            throw new UnreadableMessageException("body: is empty");
        }
        try {
            JsonNode tree = Json.mapper().readTree(body);
            if (!tree.isObject()) {
                throw new UnreadableMessageException("body: is no JSON object");
            }
            RequiredFields.firstMissing(tree, type.record()).ifPresent(field -> {
                throw new UnreadableMessageException("field " + field + ": is missing");
            });
            Record record = Json.mapper().treeToValue(tree, type.record());
            return new Received(
                    id, type, key, headers.getOrDefault(SOURCE, "unknown"), headers.get(TRACEPARENT), record);
        } catch (ValueInstantiationException e) {
            // A record that refuses its own values says why; what Jackson says around it helps nobody.
            String why =
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
            throw new UnreadableMessageException("field " + path(e) + ": " + why, e);
        } catch (JsonMappingException e) {
            throw new UnreadableMessageException("field " + path(e) + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("body: is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableMessageException("body: " + e.getMessage(), e);
        }
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new UnreadableMessageException("header " + name + ": is missing");
        }
        return value;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> part.getFieldName() == null ? String.valueOf(part.getIndex()) : part.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }
}
