package io.lifeboat.coordinator.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.plan.Step.OnFailure;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.command.PinnedProcedure;
import io.lifeboat.coordinator.command.PinnedStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselinesTest {

    private static final Baselines KNOWN =
            new Baselines(List.of(new Baseline("shop", "api", 3, 5, Duration.ofSeconds(12))));

    @Test
    void shouldPinWhatWasSampledInPlaceOfTheWords() {
        assertThat(pinned("ecs.scale", "{\"cluster\": \"shop\", \"service\": \"api\", \"match\": \"baseline\"}"))
                .isEqualTo(json("""
                        {"cluster": "shop", "service": "api",
                         "baseline": {"minimum": 3, "desired": 5, "sampleAge": "PT12S"}}"""));
    }

    @Test
    void shouldLeaveTheWordsWhereNothingWasSampled() {
        String other = "{\"cluster\": \"shop\", \"service\": \"worker\", \"match\": \"baseline\"}";

        assertThat(pinned("ecs.scale", other)).isEqualTo(json(other));
    }

    @Test
    void shouldLeaveAloneWhatAsksForNoBaseline() {
        String fixed = "{\"cluster\": \"shop\", \"service\": \"api\", \"capacity\": 7}";
        String another = "{\"cluster\": \"shop\", \"service\": \"api\", \"match\": \"baseline\"}";

        assertThat(pinned("ecs.scale", fixed)).isEqualTo(json(fixed));
        assertThat(pinned("http.call", another)).isEqualTo(json(another));
    }

    private static JsonNode pinned(String action, String with) {
        PinnedStep step =
                new PinnedStep("scale", action, json(with), null, List.of(), Duration.ofMinutes(20), OnFailure.PAUSE);
        return KNOWN.pin(new PinnedProcedure(List.of(step), Map.of(), false, Form.UNPLANNED))
                .step("scale")
                .with();
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
