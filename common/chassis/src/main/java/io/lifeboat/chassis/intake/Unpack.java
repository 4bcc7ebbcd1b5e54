package io.lifeboat.chassis.intake;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
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
