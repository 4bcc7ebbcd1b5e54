package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.e2e.client.HttpFailure;
import io.lifeboat.e2e.client.TopicTail;
import io.lifeboat.e2e.job.MainJob;
import io.lifeboat.e2e.job.Story;
import io.lifeboat.e2e.job.Terms;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Stack;
import io.lifeboat.e2e.stack.StackOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The lost region returns, its writer and tasks alive, while customers hold its addresses. It stays away for a
 * minute and is watched for five, in {@code ./lifeboat test --long} only.
 */
class ReturningRegionIT {

    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final Duration WATCHED = Duration.ofMinutes(5);

    /** A look of the patient runs, a copy, and a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(120);

    private static final Map<String, String> OWNER =
            Map.of("who", "data-owner-b", "why", "compared the two", "proof", "orders exported and brought over");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    /** Every build goes there and back, and asks less of it, after seconds: {@link ThereAndBackIT}. */
    @Test
    @LongOnly
    void shouldKeepTheOldSideFromWritingAndDoWhatIsOwed() {
        try (Stack stack = start();
                TopicTail tail = new TopicTail(stack.bootstrap(), story()::hear)) {
            OldSide old = failedOver(stack);
            String incident = incident();

            Instant returned = comesBack(stack);

            stays(old, returned);
            await("what is owed").atMost(SOON).untilAsserted(() -> assertThat(states(stack))
                    .containsOnly(
                            Map.entry("fence-pending", "kept"),
                            Map.entry("latch-pending", "kept"),
                            Map.entry("copy-snapshot", "kept"),
                            Map.entry("rebuild-protection", "kept")));
            assertThat(old.tasksWanted()).isZero();
            assertThat(old.copies()).isEqualTo(1);
            assertThat(old.inOldDatabases())
                    .filteredOn(taken -> taken.role().equals("retired"))
                    .isNotEmpty()
                    .allSatisfy(taken -> assertThat(taken.newest()).isBefore(returned));
            assertThat(stack.coordinator().obligations("shop").findValuesAsText("proof"))
                    .hasSize(4)
                    .anyMatch(proof -> proof.contains("cluster-snapshot:lifeboat-"))
                    .anyMatch(proof -> proof.contains("tasks are closed"));
            await("the report").atMost(SOON).untilAsserted(() -> assertThat(
                            stack.audit().report(incident).path("obligations").valueStream())
                    .hasSize(4)
                    .allSatisfy(owed -> {
                        assertThat(owed.path("open").asBoolean()).isFalse();
                        assertThat(owed.path("proof").asText()).isNotBlank();
                    }));
        }
    }

    /** Aurora fences as best it can; when it cannot, two writers take writes, and that must be said. */
    @Test
    @LongOnly
    void shouldCloseTheTasksAndSaySplitBrainWhenAurorasOwnFencingFails() {
        try (Stack stack = start();
                TopicTail tail = new TopicTail(stack.bootstrap(), story()::hear)) {
            stack.control().fencing("fail");
            OldSide old = failedOver(stack);

            Instant returned = comesBack(stack);

            await("the fence").atMost(SOON).untilAsserted(() -> assertThat(states(stack))
                    .containsEntry("fence-pending", "kept")
                    .containsEntry("reconcile-writes", "open"));
            assertThat(old.tasksWanted()).isZero();
            List<OldSide.Taken> before = old.taken();
            assertThat(before)
                    .as("the old side took writes, so that there was something to say")
                    .anySatisfy(taken -> assertThat(taken.newest()).isAfter(returned));
            await("the page")
                    .atMost(SOON)
                    .until(() ->
                            stack.control().state().path("pages").toString().contains("SPLIT BRAIN"));
            await("silence").during(Duration.ofSeconds(10)).atMost(SOON).untilAsserted(() -> assertThat(old.taken())
                    .isEqualTo(before));

            stack.control().fencing("mend");
            await("the copy").atMost(SOON).untilAsserted(() -> assertThat(states(stack))
                    .containsEntry("copy-snapshot", "kept"));
            assertThat(old.copies()).isEqualTo(1);
            String reconcile = obligation(stack, "reconcile-writes");
            stack.coordinator().obligation(reconcile, "keep", OWNER);
            assertThat(states(stack)).containsEntry("reconcile-writes", "kept");
            assertThatThrownBy(() -> stack.coordinator().obligation(reconcile, "waive", OWNER))
                    .isInstanceOfSatisfying(HttpFailure.class, failure -> assertThat(failure.status())
                            .isEqualTo(409));
        }
    }

    /** One look that shows otherwise is a failure, whatever the next one would show. */
    private void stays(OldSide old, Instant returned) {
        Instant end = returned.plus(WATCHED);
        await("the watch")
                .atMost(WATCHED.plus(SOON))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    assertThat(old.publicAddresses())
                            .as("the latch")
                            .isNotEmpty()
                            .isEqualTo(old.otherAddresses());
                    assertThat(old.taken()).as(told()).isNotEmpty().allSatisfy(taken -> assertThat(taken.newest())
                            .isBefore(returned));
                    return Instant.now().isAfter(end);
                });
    }

    private static Stack start() {
        return Stack.start(Layout.ofLauncher("returning"), StackOptions.plain(), step -> {});
    }

    private Story story;

    private Story story() {
        story = new Story(new PrintStream(told, true, StandardCharsets.UTF_8));
        return story;
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    /** The main job, up to the end of its incident; customers go on. */
    private OldSide failedOver(Stack stack) {
        MainJob job = new MainJob(stack, story, Terms.plain(SOON));
        job.prepare();
        job.strike();
        job.follow(question -> {});
        assertThat(story.closed()).as(told()).hasValueSatisfying(closed -> assertThat(closed.outcome())
                .isEqualTo("recovered"));
        OldSide old = new OldSide(stack.sandbox(), stack.control());
        assertThat(old.publicAddresses()).isNotEmpty().isEqualTo(old.otherAddresses());
        return old;
    }

    private String incident() {
        return story.incident().orElseThrow().incidentId();
    }

    private Instant comesBack(Stack stack) {
        Instant from = Instant.now().plus(AWAY);
        await("the region's return").atMost(AWAY.plus(SOON)).until(() -> Instant.now()
                .isAfter(from));
        Instant returned = Instant.now();
        stack.control().region(stack.sandbox().regions().home(), "return");
        return returned;
    }

    private static Map<String, String> states(Stack stack) {
        return stack.coordinator()
                .obligations("shop")
                .valueStream()
                .collect(Collectors.toMap(owed -> owed.path("kind").asText(), owed -> owed.path("state")
                        .asText()));
    }

    private static String obligation(Stack stack, String kind) {
        return stack.coordinator()
                .obligations("shop")
                .valueStream()
                .filter(owed -> owed.path("kind").asText().equals(kind))
                .map((JsonNode owed) -> owed.path("obligationId").asText())
                .findFirst()
                .orElseThrow();
    }
}
