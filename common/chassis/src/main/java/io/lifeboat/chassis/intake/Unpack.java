package io.lifeboat.chassis.intake;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the contract's envelope from a Kafka record. */
public final class Unpack {

    /** Larger bodies are none of ours; the largest message is a plan of a few ten kilobytes. */
    private static final int LARGEST_BODY = 512 * 1024;

    private Unpack() {}

    /**
     * Unpacks a record.
     *
     * @throws UnreadableMessageException naming the header or field that is wrong, when nobody will ever be able to read it
     */
    public static Received unpack(ConsumerRecord<String, byte[]> record) {
        byte[] body = record.value();
        if (body != null && body.length > LARGEST_BODY) {
            throw new UnreadableMessageException(
                    "body: has " + body.length + " bytes; at most " + LARGEST_BODY + " are read");
        }
        return Envelope.unpack(record.key(), headers(record), body);
    }

    /**
     * How long a record had waited in its sender's outbox; zero where it did not say.
     *
     * @throws UnreadableMessageException when it says so in a way nobody can read
     */
    public static Duration waited(ConsumerRecord<?, ?> record) {
        String waited = headers(record).getOrDefault(Envelope.WAITED, "0");
        try {
            return Duration.ofMillis(Math.max(0, Long.parseLong(waited)));
        } catch (NumberFormatException e) {
            throw new UnreadableMessageException(
                    "header " + Envelope.WAITED + ": is " + waited + "; it must be whole milliseconds", e);
        }
    }

    /** The record's headers as text; of a repeated one the last counts. */
    public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
