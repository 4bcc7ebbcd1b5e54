package io.lifeboat.testkit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    @TempDir
    Path folder;

    @Test
    void shouldKeepRecordsWithItsOwnAppendTimeOverARestart() throws Exception {
        try (KafkaBroker broker = KafkaBroker.in(folder.resolve("kafka")).start()) {
            Topics.createAll(broker.bootstrap());
            Topics.createAll(broker.bootstrap());
            String topic = Topic.PLANS.wireName();
            long longAgo = 1_000L;
            try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrap()),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(topic, null, longAgo, "shop", "{}".getBytes(StandardCharsets.UTF_8)))
                        .get();
            }

            broker.stop();
            broker.start();

            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "earliest"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer())) {
                consumer.assign(List.of(new TopicPartition(topic, 0)));
                ConsumerRecord<String, byte[]> record =
                        consumer.poll(Duration.ofSeconds(20)).iterator().next();
                assertThat(record.key()).isEqualTo("shop");
                assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                assertThat(record.timestamp()).isGreaterThan(longAgo);
            }
        }
    }
}
