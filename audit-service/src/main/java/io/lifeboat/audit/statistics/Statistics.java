package io.lifeboat.audit.statistics;

import io.lifeboat.audit.ledger.Added;
import io.lifeboat.audit.ledger.Ledger;
import io.lifeboat.audit.ledger.Reading;
import io.lifeboat.audit.statistics.StepTimes.Step;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.contract.step.StepSucceeded;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Publishes a step's statistics whenever a run of it ended well. What a crash kept from being published is published at the
 * next start: it is made from the ledger, which has both the runs and what was told of them.
 */
@ApplicationScoped
public class Statistics {

    private static final Logger LOG = Logger.getLogger(Statistics.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Transactions transactions;
    private final Outbox outbox;

    @Inject
    public Statistics(Ledger ledger, Transactions transactions, Outbox outbox) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent event) {
        Uni.createFrom()
                .deferred(
                        () -> ledger.applications().chain(applications -> InTurn.each(applications, this::publishOwed)))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .invoke(failure -> LOG.warn("statistics owed from an earlier life are not told yet", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> {});
    }

    void added(@ObservesAsync Added added) {
        List<Step> steps = Reading.told(added.entries()).stream()
                .flatMap(told -> told.message() instanceof StepSucceeded succeeded
                        ? Stream.of(Step.of(succeeded.ref()))
                        : Stream.empty())
                .distinct()
                .toList();
        InTurn.each(steps, this::publish)
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("a step's statistics are not up to date", failure));
    }

    private Uni<Void> publishOwed(String application) {
        return ledger.ofTypes(application, EnumSet.of(MessageType.STEP_SUCCEEDED, MessageType.STEP_STATISTICS))
                .map(Reading::told)
                .chain(told -> InTurn.each(StepTimes.owed(told), this::publish));
    }

    private Uni<Void> publish(Step step) {
        return ledger.ofTypes(step.application(), EnumSet.of(MessageType.STEP_SUCCEEDED))
                .map(Reading::told)
                .chain(told -> StepTimes.of(step, told)
                        .map(statistics ->
                                transactions.run(() -> outbox.addKeyed(step.key(), statistics, step.application())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
