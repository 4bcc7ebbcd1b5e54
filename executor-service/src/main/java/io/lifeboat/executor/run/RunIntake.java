package io.lifeboat.executor.run;

import io.lifeboat.contract.command.RunStep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** How commands become runs. Every method joins the current transaction. */
@ApplicationScoped
public class RunIntake {

    private final StepRuns runs;

    RunIntake(StepRuns runs) {
        this.runs = runs;
    }

    /** Whether the command, or the same attempt under another id, has a run already. */
    public Uni<Boolean> known(RunStep command) {
        return runs.known(command.commandId(), command.executionId(), command.stepId(), command.attempt());
    }

    /** Stores a run that is to be carried out. */
    public Uni<Void> accept(RunStep command, Instant now, Instant notAfter, Instant budgetEnd) {
        return runs.add(new StepRunRow(command, now, notAfter, budgetEnd));
    }

    /** Stores that a command was refused, so that it is refused once. */
    public Uni<Void> refuse(RunStep command, Instant now, String detail) {
        StepRunRow refused = new StepRunRow(command, now, now, now);
        refused.become(new RunState.Ended(RunState.Outcome.REFUSED, detail), now);
        return runs.add(refused);
    }

    /** When this executor's database was made. */
    public Uni<Instant> firstStart() {
        return runs.firstStart();
    }
}
