package io.lifeboat.simulator.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a recording, in one of three forms: JSON of our own ({@code topic, key, timestamp, headers, value}), JSON as
 * {@code kcat -J} prints it ({@code topic, key, ts, tstype, headers, payload}; kcat 1.7, json.c), or text as {@code
 * kafka-console-consumer.sh} prints it with timestamp, headers and key (Kafka 4.1.1, DefaultMessageFormatter; tried).
 */
final class RecordedLine {

    private static final Set<String> TOLD = Set.of(Topic.SIGNALS.wireName(), Topic.OUTAGE_EVENTS.wireName());
    private static final Pattern CONSOLE =
            Pattern.compile("(LogAppendTime|CreateTime):(\\d+)\t([^\t]*)\t([^\t]*)\t(\\{.*)");
    /** A comma within a value is followed by no name. */
    private static final Pattern BETWEEN_HEADERS = Pattern.compile(",(?=[A-Za-z0-9_-]+:)");

    private RecordedLine() {}

    /**
     * Reads it.
     *
     * @param id the message's, where its headers have none
     * @return the message; empty when it is of a topic that is not told to the gate
     * @throws UnreadableMessageException naming the field or header that is wrong
     */
    static Optional<Recorded> read(String line, String id) {
        Matcher console = CONSOLE.matcher(line);
        if (console.matches()) {
            requireAppendTime(console.group(1).equals("LogAppendTime"));
            return message(
                    console.group(4),
                    headers(console.group(3)),
                    console.group(5).getBytes(StandardCharsets.UTF_8),
                    Long.parseLong(console.group(2)),
                    id);
        }
        JsonNode json = json(line);
        if (!TOLD.contains(text(json, "topic"))) {
            return Optional.empty();
        }
        requireAppendTime(!json.path("tstype").asText("logappend").equals("create"));
        Map<String, String> headers = headers(json.path("headers"));
        if (text(json, "topic").equals(Topic.SIGNALS.wireName())) {
            headers.putIfAbsent(Envelope.TYPE, MessageType.SIGNALS.wireName());
        }
        return message(text(json, "key"), headers, body(json), timestamp(json), id);
    }

    private static Optional<Recorded> message(
            String key, Map<String, String> headers, byte[] body, long timestamp, String id) {
        headers.putIfAbsent(Envelope.ID, id);
        Received received = Envelope.unpack(key, headers, body);
        return TOLD.contains(received.type().topic().wireName())
                ? Optional.of(new Recorded(
                        new Message(received.id(), received.type(), key, headers, body),
                        Instant.ofEpochMilli(timestamp)))
                : Optional.empty();
    }

    private static JsonNode json(String line) {
        try {
            JsonNode json = Json.mapper().readTree(line);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException(
                    "is no JSON from column %d on, and no line of kafka-console-consumer.sh with timestamp, headers and key"
                            .formatted(e.getLocation().getColumnNr()),
                    e);
        }
        throw new UnreadableMessageException("is no JSON object");
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new UnreadableMessageException("field " + field + ": is missing, or no text");
        }
        return value.asText();
    }

    private static long timestamp(JsonNode json) {
        JsonNode value = json.has("timestamp") ? json.path("timestamp") : json.path("ts");
        if (!value.isIntegralNumber()) {
            throw new UnreadableMessageException(
                    "field timestamp: is missing, or no whole number; say when the broker appended it, in milliseconds since 1970");
        }
        return value.asLong();
    }

    private static void requireAppendTime(boolean appendTime) {
        if (!appendTime) {
            throw new UnreadableMessageException(
                    "field timestamp: is the sender's; set message.timestamp.type=LogAppendTime on the topic, as the services need too");
        }
    }

    private static byte[] body(JsonNode json) {
        JsonNode value = json.path("value");
        if (value.isObject()) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }
        JsonNode payload = json.has("payload") ? json.path("payload") : value;
        if (!payload.isTextual()) {
            throw new UnreadableMessageException("field value: is missing; say the message's body, a JSON object");
        }
        return payload.asText().getBytes(StandardCharsets.UTF_8);
    }

    /** An object; a list of names and values in turn; an object of lists, of which the last counts. */
    private static Map<String, String> headers(JsonNode json) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (json.isArray()) {
            for (int i = 0; i + 1 < json.size(); i += 2) {
                put(headers, json.get(i).asText(), json.get(i + 1));
            }
        }
        json.properties().forEach(header -> {
            JsonNode value = header.getValue();
            put(headers, header.getKey(), value.isArray() ? value.path(value.size() - 1) : value);
        });
        return headers;
    }

    private static void put(Map<String, String> headers, String name, JsonNode value) {
        if (value.isTextual()) {
            headers.put(name, value.asText());
        }
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : BETWEEN_HEADERS.split(text)) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(header.substring(0, colon), header.substring(colon + 1));
            }
        }
        return headers;
    }
}
