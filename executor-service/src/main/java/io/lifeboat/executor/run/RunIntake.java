package io.lifeboat.executor.run;

import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.executor.epoch.Slot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** How commands become runs. Every method joins the current transaction. */
@ApplicationScoped
public class RunIntake {

    private final StepRuns runs;
    private final Duration settle;

    RunIntake(StepRuns runs, ExecutorSettings settings) {
        this.runs = runs;
        this.settle = settings.settle();
    }

    /** Whether the command, the same attempt under another id, or a newer attempt has a run already. */
    public Uni<Boolean> known(RunStep command) {
        return runs.known(command.commandId(), command.executionId(), command.stepId(), command.attempt());
    }

    /** Whether an older attempt of the command's step has not ended here. */
    public Uni<Boolean> underWay(RunStep command, Slot slot) {
        return runs.displacedBy(command, slot)
                .map(open -> open.stream().anyMatch(run -> run.executionId.equals(command.executionId())));
    }

    /**
     * Stores a run that is to be carried out. An older attempt of the step that has not ended is carried on as this one, and
     * one that ended well is what this one knows to have been sent: its word reached the coordinator late or not at all. It
     * is not looked at before all that older epochs sent in its slot has come about or never will: their leases are over,
     * and so is the settle time since their last change. After a restore nobody knows what was sent, and the settle time since
     * then is waited for.
     */
    public Uni<Void> accept(RunStep command, Slot slot, Recollection remembered, Instant notAfter, Instant budgetEnd) {
        Instant now = remembered.now();
        StepRunRow run = new StepRunRow(command, remembered, notAfter, budgetEnd);
        if (remembered.broken()) {
            // What was sent and forgotten has come about by then, or never will.
            run.waitUntil(remembered.since().plus(settle));
        }
        return runs.displacedBy(command, slot)
                .invoke(displaced -> displaced.forEach(older -> {
                    if (older.executionId.equals(command.executionId())) {
                        run.carryOn(older, now);
                    } else {
                        run.waitUntil(older.settledAt(settle));
                    }
                }))
                .chain(() -> runs.succeededBefore(command))
                .invoke(former -> former.ifPresent(run::inherit))
                .chain(() -> runs.add(run));
    }

    /** Stores that a command was refused, so that it is refused once. */
    public Uni<Void> refuse(RunStep command, Recollection remembered, String detail) {
        Instant now = remembered.now();
        StepRunRow refused = new StepRunRow(command, remembered, now, now);
        refused.become(new RunState.Ended(RunState.Outcome.REFUSED, detail, null), now);
        return runs.add(refused);
    }

    /** Since when this executor knows all it was sent: its database was made then, or restored. */
    public Uni<Instant> knowsSince(Recollection remembered) {
        return remembered.broken() ? Uni.createFrom().item(remembered.since()) : runs.firstStart();
    }
}
