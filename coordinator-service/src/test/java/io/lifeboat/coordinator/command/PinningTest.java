package io.lifeboat.coordinator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PinningTest {

    private static final String WEST = "eu-west-1";
    private static final String CENTRAL = "eu-central-1";

    @Test
    void shouldPinAMappingOfEveryRegionToFromAndTo() {
        JsonNode with = pinned("{\"cluster\": {\"eu-west-1\": \"arn:west\", \"eu-central-1\": \"arn:central\"}}");

        assertThat(with).isEqualTo(json("{\"cluster\": {\"from\": \"arn:west\", \"to\": \"arn:central\"}}"));
    }

    @Test
    void shouldPinTheOtherWayRoundForTheWayBack() {
        PinnedProcedure procedure = new Pinning(
                        plan("{\"a\": {\"eu-west-1\": 1, \"eu-central-1\": 2}, \"url\": \"https://{to}/\"}"),
                        CENTRAL,
                        WEST)
                .pin("failover", Form.UNPLANNED);

        assertThat(procedure.step("promote").with())
                .isEqualTo(json("{\"a\": {\"from\": 2, \"to\": 1}, \"url\": \"https://eu-west-1/\"}"));
    }

    @Test
    void shouldPinAtAnyDepth() {
        JsonNode with = pinned(
                "{\"list\": [{\"deep\": {\"eu-west-1\": [\"{from}\"], \"eu-central-1\": {\"at\": \"{to}:{to}\"}}}]}");

        assertThat(with)
                .isEqualTo(
                        json(
                                "{\"list\": [{\"deep\": {\"from\": [\"eu-west-1\"], \"to\": {\"at\": \"eu-central-1:eu-central-1\"}}}]}"));
    }

    @Test
    void shouldLeaveOtherMappingsAlone() {
        String with = "{\"baseline\": {\"minimum\": 3, \"desired\": 3}, \"empty\": {}, \"flag\": true, \"none\": null}";

        assertThat(pinned(with)).isEqualTo(json(with));
    }

    @Test
    void shouldNameTheFieldThatForgetsARegion() {
        assertThatThrownBy(() -> pinned("{\"cluster\": {\"eu-west-1\": \"arn:west\"}}"))
                .isInstanceOf(UnpinnablePlanException.class)
                .hasMessage("/procedures/failover/0/with/cluster: say it for eu-central-1 too");
    }

    @Test
    void shouldRefuseARegionThePlanDoesNotName() {
        assertThatThrownBy(() -> new Pinning(plan("{}"), WEST, "us-east-1"))
                .isInstanceOf(UnpinnablePlanException.class)
                .hasMessageContaining("us-east-1");
    }

    @Test
    void shouldRefuseAProcedureThePlanDoesNotHave() {
        Pinning pinning = new Pinning(plan("{}"), WEST, CENTRAL);

        assertThatThrownBy(() -> pinning.pin("restore", Form.UNPLANNED))
                .isInstanceOf(UnpinnablePlanException.class)
                .hasMessageContaining("/procedures/restore");
    }

    @Test
    void shouldRunThePlannedFormInARehearsalOnly() {
        Pinning pinning = new Pinning(plan("{}"), WEST, CENTRAL);

        assertThat(pinning.pin("failover", Form.PLANNED).step("promote").action())
                .isEqualTo("aurora.switchover");
        assertThat(pinning.pin("failover", Form.UNPLANNED).step("promote").action())
                .isEqualTo("aurora.failover");
    }

    @Test
    void shouldNameEverythingAnExecutorNeedsToRefuseACommand() {
        ExecutionRef ref = new ExecutionRef("e1", "i1", "shop", "failover", Mode.LIVE, WEST, CENTRAL, 42, 3, "hash");
        PinnedProcedure procedure = new Pinning(plan("{}"), WEST, CENTRAL).pin("failover", Form.UNPLANNED);
        Instant now = Instant.parse("2026-11-22T08:00:00Z");

        RunStep command = Commands.runStep(ref, procedure, procedure.step("promote"), 2, now, Duration.ofMinutes(1));

        assertThat(command.commandId()).isEqualTo("e1/promote/2");
        assertThat(command.epoch()).isEqualTo(42);
        assertThat(command.notAfter()).isEqualTo(now.plusSeconds(60));
        assertThat(command.planHash()).isEqualTo("hash");
        assertThat(command.target()).isNotNull();
        assertThat(command.target().account()).isEqualTo("111111111111");
        assertThat(command.datasources()).containsKey("orders");
        assertThat(command.budget()).isEqualTo(Duration.ofMinutes(15));
    }

    private static JsonNode pinned(String with) {
        return new Pinning(plan(with), WEST, CENTRAL)
                .pin("failover", Form.UNPLANNED)
                .step("promote")
                .with();
    }

    private static Plan plan(String with) {
        return read("""
                { "apiVersion": "lifeboat/v1", "application": "shop", "strategy": "pilot-light",
                  "objectives": { "rto": "PT2M", "rpo": "PT10S" }, "priority": 1,
                  "regions": { "home": "eu-west-1", "other": ["eu-central-1"] },
                  "targets": { "app": { "account": "111111111111" } },
                  "datasources": { "orders": { "host": "db", "port": 5432, "database": "shop", "secret": "orders-rw" } },
                  "gate": { "automation": "automatic" },
                  "procedures": { "failover": [
                    { "id": "promote", "action": "aurora.failover", "within": "PT15M", "with": %s,
                      "planned": { "action": "aurora.switchover" } } ] } }""".formatted(with));
    }

    private static Plan read(String text) {
        try {
            return Json.mapper().readValue(text, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
