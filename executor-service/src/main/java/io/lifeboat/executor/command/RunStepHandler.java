package io.lifeboat.executor.command;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepRefused.Reason;
import io.lifeboat.executor.action.Actions;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.command.Acceptance.Facts;
import io.lifeboat.executor.command.Acceptance.Refusal;
import io.lifeboat.executor.epoch.Epochs;
import io.lifeboat.executor.epoch.Slot;
import io.lifeboat.executor.run.RunIntake;
import io.lifeboat.executor.run.StepRun;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Accepts or refuses {@link RunStep}. A command that is delivered again, or sent again under another id, finds its run and
 * changes nothing: one run and one end for each execution, step and attempt.
 */
@ApplicationScoped
class RunStepHandler {

    private final Memory memory;
    private final Epochs epochs;
    private final RunIntake runs;
    private final Actions actions;
    private final Outbox outbox;
    private final Instance instance;
    private final MeterRegistry metrics;

    RunStepHandler(
            Memory memory,
            Epochs epochs,
            RunIntake runs,
            Actions actions,
            Outbox outbox,
            Instance instance,
            MeterRegistry metrics) {
        this.memory = memory;
        this.epochs = epochs;
        this.runs = runs;
        this.actions = actions;
        this.outbox = outbox;
        this.instance = instance;
        this.metrics = metrics;
        for (Reason reason : Reason.values()) {
            refused(reason).increment(0);
        }
    }

    /** In the current transaction. */
    Uni<Void> handle(RunStep command, Duration age) {
        return runs.known(command).chain(known -> known ? Uni.createFrom().voidItem() : decide(command, age));
    }

    private Uni<Void> decide(RunStep command, Duration age) {
        Slot slot = Slot.of(command.mode());
        return memory.recall()
                .chain(remembered -> facts(command, slot, age, remembered).chain(facts -> {
                    Optional<Refusal> refusal = Acceptance.refusal(command, facts);
                    return refusal.isPresent()
                            ? refuse(command, remembered, refusal.get())
                            : accept(command, slot, remembered, facts);
                }));
    }

    private Uni<Facts> facts(RunStep command, Slot slot, Duration age, Recollection remembered) {
        return runs.knowsSince(remembered)
                .chain(since -> runs.underWay(command, slot).chain(underWay -> epochs.superseded(
                                command.application(), slot, command.epoch(), command.executionId())
                        .map(superseded ->
                                new Facts(remembered.now(), age, since, underWay, superseded, problem(command)))));
    }

    private Uni<Void> accept(RunStep command, Slot slot, Recollection remembered, Facts facts) {
        Duration left = Acceptance.timeLeft(command, facts.age());
        return epochs.seen(command.application(), slot, command.epoch())
                .chain(() -> runs.accept(
                        command,
                        slot,
                        remembered,
                        facts.now().plus(left),
                        facts.now().plus(command.budget()).minus(facts.age())))
                .chain(() -> outbox.add(new StepAccepted(ref(command)), command.application()));
    }

    private Uni<Void> refuse(RunStep command, Recollection remembered, Refusal refusal) {
        refused(refusal.reason()).increment();
        return runs.refuse(command, remembered, refusal.detail())
                .chain(() -> outbox.add(
                        new StepRefused(ref(command), refusal.reason(), refusal.detail()), command.application()));
    }

    private Optional<Refusal> problem(RunStep command) {
        return actions.named(command.action())
                .map(action -> {
                    try {
                        action.read(new Parameters(command.with()));
                        return Optional.<Refusal>empty();
                    } catch (InvalidParameterException e) {
                        return Optional.of(new Refusal(Reason.INVALID_INPUT, e.getMessage()));
                    }
                })
                .orElseGet(() -> Optional.of(new Refusal(
                        Reason.UNKNOWN_ACTION,
                        "there is no action %s; there are %s".formatted(command.action(), actions.names()))));
    }

    private StepRef ref(RunStep command) {
        return StepRun.ref(command, instance.name());
    }

    private Counter refused(Reason reason) {
        return metrics.counter(
                "lifeboat.commands.refused", "reason", reason.name().toLowerCase(Locale.ROOT));
    }
}
