package io.lifeboat.simulator.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.lifeboat.contract.plan.HumanDuration;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

/** Durations as people write them: 90s, 5m, PT1H. */
final class Durations extends StdDeserializer<Duration> {

    @Serial
    private static final long serialVersionUID = 1L;

    Durations() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return HumanDuration.parse(parser.getText());
        } catch (IllegalArgumentException e) {
            return (Duration) context.handleWeirdStringValue(Duration.class, parser.getText(), "%s", e.getMessage());
        }
    }
}
