package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepRefused.Reason;
import io.lifeboat.e2e.job.MainJob;
import io.lifeboat.e2e.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What was said before is said again, or comes too late: it is refused, nothing changes, and the step events say why. */
class ReplayIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    @LongOnly
    void shouldChangeNothingWhenThePastIsToldAgain() {
        Trial.Result result = new Trial(List.of(), new Trouble() {
                    @Override
                    public void afterwards(Stack stack) {
                        refuseWhatComesTooLate(stack);
                        bearARepetitionOfEverything(stack);
                        bearItWithEmptyDatabases(stack);
                    }
                })
                .run();

        WellEnded.assertSo(result);
    }

    private static void refuseWhatComesTooLate(Stack stack) {
        RunStep promote = command(stack, "promote");
        JsonNode effects = stack.control().effects();
        Replay replay = new Replay(stack.bootstrap());

        replay.send(packed(again(promote, "older-epoch", promote.epoch() - 1, Instant.now())));
        replay.send(
                packed(again(promote, "expired", promote.epoch(), Instant.now().minusSeconds(600))));

        await("both are refused").atMost(SOON).untilAsserted(() -> assertThat(
                        Aftermath.read(stack.bootstrap()).of(StepRefused.class))
                .extracting(refused -> refused.ref().commandId(), StepRefused::reason)
                .contains(
                        tuple(promote.commandId() + "/older-epoch", Reason.STALE_EPOCH),
                        tuple(promote.commandId() + "/expired", Reason.EXPIRED)));
        assertThat(stack.control().effects()).isEqualTo(effects);
    }

    private static void bearARepetitionOfEverything(Stack stack) {
        JsonNode effects = stack.control().effects();
        Aftermath before = Aftermath.read(stack.bootstrap());
        Replay replay = new Replay(stack.bootstrap());

        replay.everything();
        replay.awaitHeard();

        Aftermath after = Aftermath.read(stack.bootstrap());
        assertThat(after.of(IncidentOpened.class)).hasSameSizeAs(before.of(IncidentOpened.class));
        assertThat(after.of(ExecutionOpened.class)).hasSize(1);
        assertThat(after.of(RunStep.class)).hasSameSizeAs(before.of(RunStep.class));
        assertThat(after.deadLetters()).isZero();
        assertThat(stack.control().effects()).isEqualTo(effects);
        JsonNode ledger = stack.audit().verify(MainJob.APPLICATION);
        assertThat(ledger.path("verified").asBoolean()).isTrue();
        assertThat(ledger.path("entries").asInt()).isEqualTo(after.messages().size());
    }

    private static void bearItWithEmptyDatabases(Stack stack) {
        JsonNode effects = stack.control().effects();
        Replay replay = new Replay(stack.bootstrap());
        List<RunStep> commands = Aftermath.read(stack.bootstrap()).of(RunStep.class);

        stack.loseDatabase(replay::forgetWhatWasRead);
        replay.awaitHeard();

        assertThat(stack.control().effects()).isEqualTo(effects);
        Aftermath after = Aftermath.read(stack.bootstrap());
        assertThat(after.of(ExecutionOpened.class)).hasSize(1);
        assertThat(after.of(RunStep.class)).hasSameSizeAs(commands);
        await("each command is refused once more, and says why").atMost(SOON).untilAsserted(() -> assertThat(
                        Aftermath.read(stack.bootstrap()).of(StepRefused.class))
                .filteredOn(refused -> refused.reason() == Reason.BEFORE_FIRST_START)
                .extracting(refused -> refused.ref().commandId())
                .containsAll(commands.stream().map(RunStep::commandId).toList()));
        assertThat(stack.audit().verify(MainJob.APPLICATION).path("verified").asBoolean())
                .isTrue();
    }

    private static RunStep command(Stack stack, String step) {
        return Aftermath.read(stack.bootstrap()).of(RunStep.class).stream()
                .filter(command -> command.stepId().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static RunStep again(RunStep command, String how, long epoch, Instant issuedAt) {
        return new RunStep(
                command.commandId() + "/" + how,
                command.application(),
                command.incidentId(),
                command.executionId(),
                epoch,
                command.mode(),
                command.stepId(),
                command.attempt() + (how.equals("expired") ? 8 : 7),
                command.action(),
                command.with(),
                command.target(),
                command.datasources(),
                command.from(),
                command.to(),
                issuedAt,
                how.equals("expired") ? issuedAt : issuedAt.plusSeconds(60),
                command.budget(),
                command.planRevision(),
                command.planHash());
    }

    private static ProducerRecord<String, byte[]> packed(RunStep command) {
        Message message =
                Envelope.pack(command.commandId(), "/test", command.application(), command.issuedAt(), command);
        ProducerRecord<String, byte[]> packed =
                new ProducerRecord<>(message.type().topic().wireName(), message.key(), message.body());
        message.headers().forEach((name, value) -> packed.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return packed;
    }
}
