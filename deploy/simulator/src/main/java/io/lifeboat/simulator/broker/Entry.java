package io.lifeboat.simulator.broker;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A record in a partition.
 *
 * @param partition of its topic
 * @param offset in it
 * @param message what was sent
 * @param appendedMillis when it was appended, by the broker's clock
 */
public record Entry(int partition, long offset, Message message, long appendedMillis) {

    /** The record in it. */
    public Record body() {
        return Envelope.unpack(message.key(), message.headers(), message.body()).body();
    }

    /** As a consumer gets it. */
    public ConsumerRecord<String, byte[]> consumed() {
        RecordHeaders headers = new RecordHeaders();
        message.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                message.type().topic().wireName(),
                partition,
                offset,
                appendedMillis,
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                message.body().length,
                message.key(),
                message.body(),
                headers,
                Optional.empty());
    }
}
