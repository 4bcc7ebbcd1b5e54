package io.lifeboat.executor.command;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.executor.action.Actions;
import io.lifeboat.executor.epoch.Epochs;
import io.lifeboat.executor.run.RunLoop;
import io.lifeboat.executor.run.SimulatedRuns;
import io.lifeboat.simulator.database.WholeMemory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Opens the intake of commands. */
public final class SimulatedCommandIntake {

    /** As the inbox knows it. */
    public static final String CONSUMER = "executor.command";

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    private final CommandIntake intake;

    public SimulatedCommandIntake(
            Intake intake,
            Transactions transactions,
            Epochs epochs,
            SimulatedRuns runs,
            Actions actions,
            Outbox outbox,
            Instance instance) {
        RunLoop loop = runs.loop();
        this.intake = new CommandIntake(
                intake,
                new RunStepHandler(
                        new WholeMemory(transactions), epochs, runs.intake(), actions, outbox, instance, METERS),
                new RetireEpochHandler(epochs),
                loop);
    }

    public Uni<Void> on(ConsumerRecord<String, byte[]> command) {
        return intake.on(command);
    }
}
