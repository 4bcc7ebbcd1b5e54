package io.lifeboat.audit.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.chassis.intake.Unpack;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as the ledger keeps it, before it has a place in a chain. Anything can be noticed: a record without key,
 * headers or body too.
 *
 * @param application the message's subject, else the record's key, else {@code (none)}
 * @param messageId its CloudEvents id, else {@code topic/partition/offset}
 * @param type its CloudEvents type, else {@code (none)}
 * @param topic where it was appended
 * @param partition where in the topic
 * @param offset where in the partition
 * @param appendedAt when the broker appended it
 * @param headers all headers as a JSON object, sorted by name
 * @param body its bytes as they came, or null
 * @param incidentId the incident its body names, or null
 */
record Notice(
        String application,
        String messageId,
        String type,
        String topic,
        int partition,
        long offset,
        Instant appendedAt,
        String headers,
        byte @Nullable [] body,
        @Nullable String incidentId) {

    private static final String NONE = "(none)";

    /** Longer names do not fit into an index; they are kept as their hash, and whole in headers and body. */
    private static final int LONGEST_NAME = 200;

    static Notice of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>(Unpack.headers(record));
        String subject = headers.getOrDefault(Envelope.SUBJECT, record.key());
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        return new Notice(
                name(subject, NONE),
                name(headers.get(Envelope.ID), place),
                name(headers.get(Envelope.TYPE), NONE),
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                write(headers),
                record.value(),
                incident(record.value()));
    }

    /** What tells this message from all others. */
    Identity identity() {
        return new Identity(messageId, topic);
    }

    /** A message's id within its topic. */
    record Identity(String messageId, String topic) {}

    /** PostgreSQL's text holds no NUL, and its index no long text. */
    private static String name(@Nullable String text, String otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        return text.length() > LONGEST_NAME
                ? "sha256:" + HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)))
                : text.replace('\0', '\uFFFD');
    }

    private static @Nullable String incident(byte @Nullable [] body) {
        if (body == null) {
            return null;
        }
        try {
            JsonNode root = Json.mapper().readTree(body);
            JsonNode incident = root.path("incidentId").isTextual()
                    ? root.path("incidentId")
                    : root.path("ref").path("incidentId");
            return incident.isTextual() ? name(incident.asText(), NONE) : null;
        } catch (IOException e) {
            // not JSON: stored all the same, and found by its application
            return null;
        }
    }

    private static String write(Map<String, String> headers) {
        try {
            return Json.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text headers cannot fail to be written", e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
