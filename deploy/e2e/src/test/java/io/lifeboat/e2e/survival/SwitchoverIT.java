package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.e2e.client.HttpFailure;
import io.lifeboat.e2e.client.TopicTail;
import io.lifeboat.e2e.job.Lived;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Stack;
import io.lifeboat.e2e.stack.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A region that fails part of what it is asked, and whose writer answers, is left and gone back to without losing an order. */
@LongOnly
class SwitchoverIT {

    private static final String SHOP = "shop";
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration RECOVERED = Duration.ofSeconds(180);
    private static final Set<String> ASKS = Set.of("needs-person", "failed");
    private static final Act COMMANDER = new Act("incident-commander-a", "customers call");
    private static final Act OWNER = new Act("data-owner-b", "end-to-end test");

    @Test
    void shouldSwitchOverFromADegradedRegionAndHomeAgainAndLoseNoOrder() {
        Heard heard = new Heard();
        StackOptions quick = new StackOptions(List.of("--address-hold", "4s", "--promotion", "2s"))
                .withJvm("executor-1", List.of("-Dlifeboat.executor.settle=10s"));
        try (Stack stack = Stack.start(Layout.ofLauncher("switchover"), quick, step -> {});
                TopicTail ignored = new TopicTail(stack.bootstrap(), heard::hear)) {
            // Given
            String home = stack.sandbox().regions().home();
            String other = stack.sandbox().regions().other();
            stack.coordinator().putPlan(SHOP, withoutKept(stack.plan()), COMMANDER, OWNER);
            stack.coordinator().vouch(SHOP, COMMANDER, OWNER);
            await("every vantage sees all up")
                    .atMost(SOON)
                    .until(() -> heard.notUp(stack.sandbox().vantages().keySet(), ""), String::isEmpty);
            stack.control().startCustomers();
            await("customers order")
                    .atMost(SOON)
                    .until(() -> Lived.everyKindOrders(stack.control().customers()));
            Instant began = Instant.now();

            // When
            stack.control().region(home, "degrade");
            String incident = stack.coordinator()
                    .declare(SHOP, "region-degraded", COMMANDER)
                    .path("incidentId")
                    .asText();
            ApprovalRequested asked = await("people are asked, though the plan is armed")
                    .atMost(SOON)
                    .until(() -> heard.newest(ApprovalRequested.class, began), Optional::isPresent)
                    .orElseThrow();
            stack.coordinator().incident(incident, "approve", OWNER);
            await("the incident is closed")
                    .atMost(RECOVERED)
                    .ignoreExceptionsInstanceOf(HttpFailure.class)
                    .until(() -> {
                        answer(stack, heard, began);
                        return stack.coordinator()
                                .incident(incident)
                                .path("state")
                                .asText()
                                .equals("closed");
                    });

            // Then
            assertThat(asked.question()).startsWith("Switch shop over");
            assertThat(stack.coordinator().incident(incident).path("outcome").asText())
                    .isEqualTo("recovered");
            assertThat(stack.control().state().at("/aurora/writer").asText()).isEqualTo(other);
            assertThat(Effects.of(stack.control().effects()).of("rds:global-cluster:shop"))
                    .containsExactly("switchover 1");
            assertThat(heard.newest(LossStated.class, began).orElseThrow().loss())
                    .as("what is stated includes that nothing was lost")
                    .satisfies(loss -> assertThat(loss.atLeast()).isZero());
            customersLostNothing(stack);
            JsonNode owed = stack.coordinator().obligations(SHOP);
            assertThat(owed.findValuesAsText("kind")).doesNotContain("copy-snapshot", "fence-pending");
            assertThat(heard.newest(ExecutionOpened.class, began).orElseThrow().decidedBy())
                    .extracting(Act::who)
                    .contains(OWNER.who());

            // When
            stack.control().region(home, "mend");
            stack.control().restartCustomers();
            String failback = wayHome(stack);
            await("home serves again")
                    .atMost(RECOVERED)
                    .until(
                            () -> stack.coordinator()
                                    .execution(failback)
                                    .path("state")
                                    .asText(),
                            "completed"::equals);

            // Then
            assertThat(stack.control().state().at("/aurora/writer").asText()).isEqualTo(home);
            assertThat(Effects.of(stack.control().effects()).of("rds:global-cluster:shop"))
                    .containsExactly("switchover 2");
            customersLostNothing(stack);
        }
    }

    /**
     * The region fails four calls in ten, and what must not be repeated is not: whoever is asked about a step looks, and has it
     * tried again.
     */
    private static void answer(Stack stack, Heard heard, Instant began) {
        heard.newest(ExecutionOpened.class, began).ifPresent(opened -> stack.coordinator()
                .execution(opened.executionId())
                .path("steps")
                .valueStream()
                .filter(step -> ASKS.contains(step.path("state").asText()))
                .forEach(step -> stack.coordinator()
                        .step(opened.executionId(), step.path("id").asText(), "retry", COMMANDER)));
    }

    /** Refused for as long as home is not seen to be well. */
    private static String wayHome(Stack stack) {
        String[] execution = new String[1];
        await("home is well")
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(HttpFailure.class)
                .untilAsserted(() -> {
                    execution[0] = stack.coordinator()
                            .failBack(SHOP, COMMANDER)
                            .path("executionId")
                            .asText();
                    assertThat(execution[0]).isNotBlank();
                });
        return execution[0];
    }

    /** A region that is left and answers still keeps the customers whose connections it keeps, until it ends these. */
    private static String withoutKept(String plan) {
        return plan.replace("keepAlive: true, ", "");
    }

    private static void customersLostNothing(Stack stack) {
        stack.control().stopCustomers();
        assertThat(Lived.read(stack.control().customers()).lostOrders()).isZero();
    }
}
