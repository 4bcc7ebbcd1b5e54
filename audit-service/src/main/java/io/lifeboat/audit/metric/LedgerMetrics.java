package io.lifeboat.audit.metric;

import io.lifeboat.audit.ledger.Ledger;
import io.lifeboat.audit.ledger.Verification;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/** Whether each chain holds, computed anew every {@code lifeboat.ledger.verify-every} (5 minutes). */
@ApplicationScoped
public class LedgerMetrics {

    private static final Logger LOG = Logger.getLogger(LedgerMetrics.class);

    private final Ledger ledger;
    private final MultiGauge verified;

    @Inject
    public LedgerMetrics(Ledger ledger, MeterRegistry registry) {
        this.ledger = ledger;
        this.verified = MultiGauge.builder("lifeboat_ledger_verified")
                .description(
                        "1 when the application's chain of hashes holds, 0 when an entry was changed or is missing")
                .register(registry);
    }

    @Scheduled(every = "${lifeboat.ledger.verify-every:5m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> verify() {
        return ledger.applications()
                .chain(applications -> Multi.createFrom()
                        .iterable(applications)
                        .onItem()
                        .transformToUniAndConcatenate(ledger::verify)
                        .collect()
                        .asList())
                .invoke(this::publish)
                .replaceWithVoid();
    }

    private void publish(List<Verification> chains) {
        chains.stream()
                .filter(chain -> chain.firstBad() != null)
                .forEach(chain -> LOG.errorf("ledger: chain %s is broken: %s", chain.application(), chain.firstBad()));
        verified.register(
                chains.stream()
                        .<MultiGauge.Row<?>>map(chain -> MultiGauge.Row.of(
                                Tags.of("application", chain.application()), chain.verified() ? 1 : 0))
                        .toList(),
                true);
    }
}
