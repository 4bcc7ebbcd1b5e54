package io.lifeboat.audit.statistics;

import io.lifeboat.audit.ledger.Added;
import io.lifeboat.audit.ledger.Ledger;
import io.lifeboat.audit.ledger.Reading;
import io.lifeboat.audit.statistics.StepTimes.Step;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.contract.step.StepSucceeded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Publishes a step's statistics whenever a run of it ended well. */
@ApplicationScoped
public class Statistics {

    private static final Logger LOG = Logger.getLogger(Statistics.class);

    private final Ledger ledger;
    private final Transactions transactions;
    private final Outbox outbox;

    @Inject
    public Statistics(Ledger ledger, Transactions transactions, Outbox outbox) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    void added(@ObservesAsync Added added) {
        List<Step> steps = Reading.told(added.entries()).stream()
                .flatMap(told -> told.message() instanceof StepSucceeded succeeded
                        ? Stream.of(Step.of(succeeded.ref()))
                        : Stream.empty())
                .distinct()
                .toList();
        Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(this::publish)
                .collect()
                .last()
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("a step's statistics are not up to date", failure));
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
