package io.lifeboat.contract.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lifeboat.contract.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new YAMLMapper().readTree(Objects.requireNonNull(in, "asyncapi.yaml is missing"));
        }
    }

    @Test
    void shouldListEveryTopicAndNoOther() {
        assertThat(names(document.path("channels")))
                .containsExactlyElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::wireName).toList());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldListTheMessagesOfATopic(Topic topic) {
        List<String> records = Arrays.stream(MessageType.values())
                .filter(type -> type.topic() == topic)
                .map(type -> type.record().getSimpleName())
                .toList();

        JsonNode channel = document.path("channels").path(topic.wireName());

        assertThat(names(channel.path("messages"))).containsExactlyElementsOf(records);
        assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy")
                        .toString())
                .isEqualTo(topic.compacted() ? "[\"compact\"]" : "");
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void shouldPointToTheSchemaOfAMessage(MessageType type) {
        JsonNode message = document.at("/components/messages/" + type.record().getSimpleName());

        assertThat(message.path("name").asText()).isEqualTo(type.wireName());
        String schema = message.at("/payload/schema/$ref").asText();
        assertThat(AsyncApiTest.class.getResource("/" + schema)).as(schema).isNotNull();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
