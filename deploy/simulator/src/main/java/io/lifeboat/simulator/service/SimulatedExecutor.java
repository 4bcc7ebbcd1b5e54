package io.lifeboat.simulator.service;

import io.lifeboat.chassis.broker.SimulatedBrokerClock;
import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Topic;
import io.lifeboat.executor.action.Actions;
import io.lifeboat.executor.action.aws.SimulatedActions;
import io.lifeboat.executor.command.SimulatedCommandIntake;
import io.lifeboat.executor.run.SimulatedEpochs;
import io.lifeboat.executor.run.SimulatedRuns;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.MemoryInbox;
import io.lifeboat.simulator.database.MemoryOutbox;
import io.lifeboat.simulator.database.OutboxRelay;
import io.lifeboat.simulator.database.SimulatedTransactions;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One life of an executor. */
public final class SimulatedExecutor {

    /** Its group. */
    public static final String GROUP = "executor";

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    /** Begins its consumer and its run loop. */
    public SimulatedExecutor(
            World world,
            Host host,
            Broker broker,
            Database database,
            Cloud cloud,
            BiConsumer<Entry, Throwable> deadLetters) {
        Instance instance = new Instance("lifeboat-executor-service", Optional.of(host.name()));
        OutboxRelay relay = new OutboxRelay(world, database, broker, host);
        Transactions transactions = new SimulatedTransactions(database, host, relay::wake);
        MemoryOutbox outbox = new MemoryOutbox(database, instance, host);
        SimulatedBrokerClock clock = SimulatedBrokerClock.of(world, host, broker);
        Intake intake = new Intake(transactions, new MemoryInbox(database), clock.clock(), clock.calibration(), METERS);
        SimulatedEpochs epochs = new SimulatedEpochs(database);
        Actions actions = SimulatedActions.over(cloud);
        SimulatedRuns runs = new SimulatedRuns(world, host, database, transactions, epochs, outbox, instance, actions);
        SimulatedCommandIntake commands =
                new SimulatedCommandIntake(intake, transactions, epochs, runs, actions, outbox, instance);
        relay.start();
        new Consumers(broker, host, deadLetters).take(GROUP, Topic.FAILOVER_COMMANDS, commands::on);
        host.spawn("each second", () -> {
            while (true) {
                world.strand().sleep(world.between(900, 1_100));
                // Where no run is open there is none to find and no lease to keep.
                if (SimulatedRuns.open(database) > 0) {
                    runs.sweep();
                }
            }
        });
    }
}
