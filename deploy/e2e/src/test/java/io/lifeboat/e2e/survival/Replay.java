package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says everything again that was ever said, and waits until everybody has heard it. */
final class Replay {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<String> GROUPS = List.of("coordinator", "executor", "audit");

    private final Properties settings = new Properties();

    Replay(String bootstrap) {
        settings.put("bootstrap.servers", bootstrap);
    }

    /** Sends every record of every topic once more, as it is, topic by topic in the order it has there. */
    void everything() {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> record : records()) {
                assertThat(producer.send(new ProducerRecord<>(
                                record.topic(), record.partition(), record.key(), record.value(), record.headers())))
                        .succeedsWithin(SOON);
            }
        }
    }

    /** Sends one record. */
    void send(ProducerRecord<String, byte[]> record) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            assertThat(producer.send(record)).succeedsWithin(SOON);
        }
    }

    /** Waits until every consumer group has read all there is. */
    void awaitHeard() {
        await("every group has read all there is")
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> GROUPS.stream().allMatch(this::hasRead));
    }

    /** Lets every consumer group begin anew, once the sessions of its killed members are over. */
    void forgetWhatWasRead() {
        try (Admin admin = Admin.create(settings)) {
            await("the killed members' sessions are over").atMost(SOON).untilAsserted(() -> assertThat(
                            admin.describeConsumerGroups(GROUPS).all().get().values())
                    .allSatisfy(group -> assertThat(group.members()).isEmpty()));
            assertThat(admin.deleteConsumerGroups(GROUPS).all().toCompletionStage())
                    .succeedsWithin(SOON);
        }
    }

    private boolean hasRead(String group) {
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            read.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get();
            return !read.isEmpty()
                    && read.entrySet().stream()
                            .filter(entry -> !entry.getKey().topic().equals(Topic.SIGNALS.wireName()))
                            .allMatch(entry -> entry.getValue().offset()
                                    >= ends.get(entry.getKey()).offset());
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(Topic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.wireName()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                        records.add(record);
                    }
                }
            }
            return records;
        }
    }
}
