package io.lifeboat.coordinator.arming;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.AutomationChanged;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.Executions;
import io.lifeboat.coordinator.execution.PauseCause;
import io.lifeboat.coordinator.execution.Turn;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.lifeboat.coordinator.plan.Plans;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Stops all automation, and lets it go on. Both are answered only when every open execution has heard of it; a coordinator that
 * dies in between leaves the rest to the others.
 */
@ApplicationScoped
public class Stops {

    private static final Logger LOG = Logger.getLogger(Stops.class);
    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");
    private static final int CONFLICT = 409;

    private final Transactions transactions;
    private final ArmingRepository repository;
    private final ExecutionRepository stored;
    private final Executions executions;
    private final Plans plans;
    private final Outbox outbox;

    Stops(
            Transactions transactions,
            ArmingRepository repository,
            ExecutionRepository stored,
            Executions executions,
            Plans plans,
            Outbox outbox) {
        this.transactions = transactions;
        this.repository = repository;
        this.stored = stored;
        this.executions = executions;
        this.plans = plans;
        this.outbox = outbox;
    }

    /** Who has stopped all automation; empty while it runs. */
    public Uni<Optional<GlobalStop>> current() {
        return transactions.run(repository::stop);
    }

    /** From the answer on, no execution starts a new step; what executors have is observed on. */
    public Uni<Void> stop(Act act) {
        return change(act, true).chain(this::tell);
    }

    /** Executions go on where nothing else keeps them. */
    public Uni<Void> start(Act act) {
        return change(act, false).chain(this::tell);
    }

    /** Nobody may be left out because somebody died. */
    @Scheduled(every = "${lifeboat.automation.sweep-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return tell().onFailure().recoverWithUni(failure -> {
            LOG.warnf("the stop of automation: %s; looking again at the next sweep", failure.getMessage());
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> change(Act act, boolean stop) {
        return transactions
                .run(() -> repository
                        .lockStop()
                        .invoke(found -> refuseRepeated(found, stop))
                        .chain(() -> repository.write(stop ? act : null))
                        .chain(plans::applications)
                        .chain(all -> InTurn.each(
                                all,
                                application -> outbox.add(new AutomationChanged(application, stop, act), application))))
                .invoke(() -> OPERATIONS.infof(
                        "automation is %s, says %s: %s", stop ? "stopped" : "started", act.who(), act.why()));
    }

    private Uni<Void> tell() {
        return transactions
                .run(stored::toHaltOrGoOn)
                .chain(ids -> InTurn.collect(ids, this::tellOne))
                .map(answers -> answers.stream().flatMap(Optional::stream).toList())
                .chain(failures -> failures.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(together(failures)));
    }

    private static RuntimeException together(List<IllegalStateException> failures) {
        IllegalStateException first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        return first;
    }

    /** One that cannot be told must not keep the others running; what went wrong is said when all were. */
    private Uni<Optional<IllegalStateException>> tellOne(String id) {
        return transactions
                .run(() -> repository
                        .stopForShare()
                        .chain(stop -> executions.take(id, (execution, now) -> told(execution, stop))))
                .map(done -> Optional.<IllegalStateException>empty())
                .onFailure()
                .recoverWithItem(failure ->
                        Optional.of(new IllegalStateException("execution " + id + " was not told of it", failure)));
    }

    private static Turn told(Execution execution, Optional<GlobalStop> stop) {
        Turn turn = Turn.of(execution);
        if (stop.isEmpty()) {
            return turn.goOnAfterStop();
        }
        return execution.isHalted()
                ? turn
                : turn.pause(PauseCause.stopped(stop.get().act()));
    }

    private static void refuseRepeated(Optional<GlobalStop> found, boolean stop) {
        if (found.isPresent() == stop) {
            throw new ProblemException(
                    CONFLICT,
                    "Nothing to change",
                    found.map(by -> "automation is stopped already, by %s since %s: %s"
                                    .formatted(
                                            by.act().who(), by.since(), by.act().why()))
                            .orElse("automation is not stopped"),
                    null,
                    stop ? "POST /automation/start lets it go on" : "POST /automation/stop stops it");
        }
    }
}
