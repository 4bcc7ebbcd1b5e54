package io.lifeboat.executor.command;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.step.StepRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a command is accepted. Values in, a value out. */
final class Acceptance {

    private Acceptance() {}

    /**
     * What is known when a command arrives.
     *
     * @param now the time by the executor's database
     * @param age since the command was made: how long it waited to be sent, and how long ago the broker appended it
     * @param knowsSince when the executor's database was made, or restored, by its own clock
     * @param underWay whether an older attempt of the step has not ended here
     * @param superseded whether its epoch is older than one already seen, or its execution was retired
     * @param problem what is wrong with its action or parameters
     */
    record Facts(
            Instant now,
            Duration age,
            Instant knowsSince,
            boolean underWay,
            boolean superseded,
            Optional<Refusal> problem) {}

    /** Why not. */
    record Refusal(Reason reason, String detail) {}

    /**
     * Why the command is refused; empty when it is accepted. One that the executor may have carried out and forgotten is
     * refused whatever else is known. Beside that, what an older attempt has under way is not left alone by refusing the newer
     * one: it is carried on to a known end, and there it is found to be superseded or expired.
     */
    static Optional<Refusal> refusal(RunStep command, Facts facts) {
        Instant made = facts.now().minus(facts.age());
        if (made.isBefore(facts.knowsSince())) {
            return refused(
                    Reason.BEFORE_FIRST_START,
                    "made at %s, before this executor's database was made or restored at %s: it may have been carried out"
                                    .formatted(made, facts.knowsSince())
                            + " already, and undone since");
        }
        if (facts.underWay()) {
            return Optional.empty();
        }
        if (facts.superseded()) {
            return refused(
                    Reason.STALE_EPOCH,
                    "epoch %d of execution %s is over".formatted(command.epoch(), command.executionId()));
        }
        Duration left = timeLeft(command, facts.age());
        if (!left.isPositive()) {
            return refused(Reason.EXPIRED, "expired %s ago".formatted(left.negated()));
        }
        return facts.problem();
    }

    /** How long the command may still be started: its own span, on the coordinator's clock, less its age. */
    static Duration timeLeft(RunStep command, Duration age) {
        return Duration.between(command.issuedAt(), command.notAfter()).minus(age);
    }

    private static Optional<Refusal> refused(Reason reason, String detail) {
        return Optional.of(new Refusal(reason, detail));
    }
}
