package io.lifeboat.testkit.kafka;

import io.lifeboat.contract.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the flow as a broker must hold them. */
public final class Topics {

    /** Applications spread over these; a compacted topic needs no more than one. */
    private static final int PARTITIONS = 6;

    /** Where services read the broker's clock; see the chassis' BrokerClock. */
    private static final String CLOCK = "broker-clock";

    /** What each service reads, and so where its unreadable messages come from. */
    private static final Map<String, List<Topic>> READ_BY = Map.of(
            "detector", List.of(Topic.PLANS),
            "coordinator", List.of(Topic.PLANS, Topic.SIGNALS, Topic.OUTAGE_EVENTS, Topic.STEP_EVENTS, Topic.TIMINGS),
            "executor", List.of(Topic.PLANS, Topic.FAILOVER_COMMANDS),
            "audit",
                    List.of(
                            Topic.PLANS,
                            Topic.OUTAGE_EVENTS,
                            Topic.INCIDENT_EVENTS,
                            Topic.FAILOVER_COMMANDS,
                            Topic.STEP_EVENTS,
                            Topic.TIMINGS));

    private Topics() {}

    /** Creates every topic and every dead-letter topic that is not there yet. */
    public static void createAll(String bootstrap) {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new NewTopic(topic.wireName(), topic.compacted() ? 1 : PARTITIONS, (short) 1)
                    .configs(Map.of(
                            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                            "LogAppendTime",
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            topic.compacted() ? "compact" : "delete")));
        }
        topics.add(new NewTopic(CLOCK, 1, (short) 1)
                .configs(Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                        TopicConfig.CLEANUP_POLICY_CONFIG, "compact")));
        READ_BY.forEach((service, read) ->
                read.forEach(topic -> topics.add(new NewTopic(topic.deadLetters(service), 1, (short) 1)
                        .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime")))));
        create(bootstrap, topics);
    }

    private static void create(String bootstrap, List<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                try {
                    created.getValue().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("cannot create topic " + created.getKey(), e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics are created", e);
        }
    }
}
