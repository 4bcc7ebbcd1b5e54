package io.lifeboat.executor.run;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.coordinator.obligation.Kind;
import io.lifeboat.executor.action.Actions;
import io.lifeboat.executor.epoch.Epochs;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.WholeMemory;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.HostThreads;
import io.lifeboat.simulator.engine.TurnedLatch;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.testkit.ConfiguredDefaults;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of one executor, its own classes put together, on the host's threads and by its clock. */
public final class SimulatedRuns {

    private static final Set<String> OWED =
            Stream.of(Kind.values()).map(Kind::action).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());

    private static final ExecutorSettings SETTINGS = ConfiguredDefaults.of(ExecutorSettings.class);

    private final RunIntake intake;
    private final RunLoop loop;

    public SimulatedRuns(
            World world,
            Host host,
            Database database,
            Transactions transactions,
            Epochs epochs,
            Outbox outbox,
            Instance instance,
            Actions actions) {
        StepRuns runs = new SimulatedStepRuns(database);
        RunJournal journal = new RunJournal(
                transactions, new WholeMemory(transactions), runs, epochs, outbox, instance, SETTINGS, host::nanos);
        this.intake = new RunIntake(runs, SETTINGS);
        this.loop = new RunLoop(
                journal,
                actions,
                instance,
                SETTINGS,
                new SimpleMeterRegistry(),
                new HostThreads(host),
                new TurnedLatch(world));
    }

    public RunIntake intake() {
        return intake;
    }

    public RunLoop loop() {
        return loop;
    }

    /** What the scheduler calls each second. */
    public void sweep() {
        loop.sweep();
    }

    /** The database is made now. */
    public static void begin(Database database) {
        SimulatedStepRuns.begin(database);
    }

    /** How many runs have not ended. */
    public static long open(Database database) {
        return SimulatedStepRuns.rows(database).all().stream()
                .filter(row -> row.outcome == null)
                .count();
    }

    /** How many steps' runs have not ended; those of obligations wait for a region, perhaps for ever. */
    public static long pressing(Database database) {
        return SimulatedStepRuns.rows(database).all().stream()
                .filter(row -> row.outcome == null && !OWED.contains(row.action))
                .count();
    }

    /** Whether that run is gone on with by the next attempt of its step, or ended well. */
    public static boolean inherited(Database database, String commandId) {
        return SimulatedStepRuns.rows(database)
                .get(commandId)
                .filter(row -> row.outcome == RunState.Outcome.CARRIED_ON || row.outcome == RunState.Outcome.SUCCEEDED)
                .isPresent();
    }

    /** Why a change must not be sent now; empty when it may: its intent is committed and somebody holds its lease. */
    public static Optional<String> barred(Database database, RunStep command, String change) {
        Optional<StepRunRow> row = SimulatedStepRuns.rows(database).get(command.commandId());
        if (row.isEmpty()) {
            return Optional.of("I4: no run of it is stored");
        }
        if (!(row.get().read().state() instanceof RunState.Intended intended)
                || !intended.intent().change().equals(change)) {
            return Optional.of("I4: no intent is committed, the run is " + row.get().state);
        }
        if (!held(database, row.get())) {
            return Optional.of("I4: nobody holds the run's lease any more");
        }
        return Optional.empty();
    }

    /** Who holds a run's lease; nobody when it has run out. */
    public static Optional<String> holder(Database database, String commandId) {
        return SimulatedStepRuns.rows(database)
                .get(commandId)
                .filter(row -> held(database, row))
                .map(row -> row.leaseHolder);
    }

    /** A lease lasts as long as it was given for, though the database's clock be stepped forward: nobody else takes it before. */
    private static boolean held(Database database, StepRunRow row) {
        return row.leaseUntil != null
                && !row.leaseUntil.isBefore(database.clock().evenSince(row.leaseUntil.minus(SETTINGS.lease())));
    }
}
