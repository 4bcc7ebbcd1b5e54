package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.e2e.job.MainJob;
import io.lifeboat.e2e.job.Story;
import io.lifeboat.e2e.stack.Stack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The control room's PostgreSQL is really restored behind coordinator, executor and audit service, with the topics read again from
 * their beginning: nothing changes until the world agrees, or a person has looked (docs/memory.md).
 */
@LongOnly
class RestoredIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Act PERSON = new Act("incident-commander-a", "looked: it is served from the other region");

    @Test
    void shouldLeaveADisasterThatWasForgottenToAPerson() {
        Trial.Result result = new Trial(List.of(), new Trouble() {
                    @Override
                    public void before(Stack stack) {
                        stack.backUpDatabase();
                    }

                    @Override
                    public void afterwards(Stack stack) {
                        Kept kept = Kept.of(stack);

                        restore(stack);

                        await("the vantages contradict what is remembered")
                                .atMost(SOON)
                                .untilAsserted(() -> assertThat(standing(stack)).isEqualTo("contradicted"));
                        kept.assertSoStill(stack);
                        stack.coordinator().remember(MainJob.APPLICATION, PERSON);
                        assertThat(standing(stack)).isEqualTo("agreed");
                        kept.assertSoStill(stack);
                    }
                })
                .run();

        assertThat(WellEnded.changes(result.effects())).isEqualTo(WellEnded.EACH_ONCE);
        assertThat(result.said().deadLetters()).as("dead letters").isZero();
        assertThat(result.ledger().path("verified").asBoolean())
                .as(result.ledger().toString())
                .isTrue();
    }

    @Test
    void shouldFinishWhatTheDatabaseRemembersAsUnderWayOnceAPersonResumesIt() {
        Trial.Result result = new Trial(List.of(), new Trouble() {
                    @Override
                    public void meanwhile(Stack stack, Story story) {
                        story.await(
                                () -> WellEnded.changes(stack.control().effects())
                                        .containsKey("rds failover"),
                                SOON);
                        stack.backUpDatabase();
                    }

                    @Override
                    public void afterwards(Stack stack) {
                        Kept kept = Kept.of(stack);
                        String execution =
                                kept.said().of(ExecutionOpened.class).getFirst().executionId();

                        restore(stack);

                        await("the execution is paused").atMost(SOON).untilAsserted(() -> assertThat(stack.coordinator()
                                        .execution(execution)
                                        .path("state")
                                        .asText())
                                .isEqualTo("paused"));
                        kept.assertSoStill(stack);
                        stack.coordinator().execution(execution, "resume", PERSON);
                        await("it comes to its end").atMost(SOON).untilAsserted(() -> assertThat(stack.coordinator()
                                        .execution(execution)
                                        .path("state")
                                        .asText())
                                .isEqualTo("completed"));
                        assertThat(stack.control().effects()).isEqualTo(kept.effects());
                    }
                })
                .run();

        WellEnded.assertSo(result);
    }

    /** What was there before the restore. */
    private record Kept(JsonNode effects, Aftermath said) {

        static Kept of(Stack stack) {
            return new Kept(stack.control().effects(), Aftermath.read(stack.bootstrap()));
        }

        /** Nothing was changed, opened or commanded since. */
        void assertSoStill(Stack stack) {
            Aftermath now = Aftermath.read(stack.bootstrap());
            assertThat(stack.control().effects()).isEqualTo(effects);
            assertThat(now.of(ExecutionOpened.class)).hasSameSizeAs(said.of(ExecutionOpened.class));
            assertThat(now.of(RunStep.class)).hasSameSizeAs(said.of(RunStep.class));
        }
    }

    private static void restore(Stack stack) {
        Replay replay = new Replay(stack.bootstrap());
        stack.restoreDatabase(replay::forgetWhatWasRead);
        replay.awaitHeard();
    }

    private static String standing(Stack stack) {
        return stack.coordinator().memory(MainJob.APPLICATION).path("standing").asText();
    }
}
