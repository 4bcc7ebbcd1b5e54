package io.lifeboat.audit.metric;

import io.lifeboat.audit.ledger.Added;
import io.lifeboat.audit.ledger.Ledger;
import io.lifeboat.audit.ledger.LedgerEntry;
import io.lifeboat.audit.report.Recoveries;
import io.lifeboat.audit.timing.ExecutionTiming;
import io.lifeboat.audit.timing.RecoveryReport;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.incident.Mode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The newest recovery of each application and mode, achieved beside promised. */
@ApplicationScoped
public class RecoveryMetrics {

    private static final Logger LOG = Logger.getLogger(RecoveryMetrics.class);

    private record Kind(String application, Mode mode) {

        Tags tags() {
            return Tags.of("application", application, "mode", mode.name().toLowerCase(Locale.ROOT));
        }
    }

    private final Recoveries recoveries;
    private final Ledger ledger;
    private final Map<Kind, RecoveryReport> newest = new ConcurrentHashMap<>();
    private final MultiGauge timeAchieved;
    private final MultiGauge timeObjective;
    private final MultiGauge pointAchieved;
    private final MultiGauge pointObjective;

    @Inject
    public RecoveryMetrics(Recoveries recoveries, Ledger ledger, MeterRegistry registry) {
        this.recoveries = recoveries;
        this.ledger = ledger;
        timeAchieved = MultiGauge.builder("lifeboat_recovery_time_achieved_seconds")
                .description("Time without service in the newest recovery, for the last customers served again")
                .register(registry);
        timeObjective = MultiGauge.builder("lifeboat_recovery_time_objective_seconds")
                .description("Recovery time objective of the plan the newest recovery ran under")
                .register(registry);
        pointAchieved = MultiGauge.builder("lifeboat_recovery_point_achieved_seconds")
                .description("Upper end of the loss in the newest recovery, as stated last")
                .register(registry);
        pointObjective = MultiGauge.builder("lifeboat_recovery_point_objective_seconds")
                .description("Recovery point objective of the plan the newest recovery ran under")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        Uni.createFrom()
                .deferred(this::everything)
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .subscribe()
                .with(done -> publish(), failure -> LOG.warn("metrics of earlier recoveries are not shown", failure));
    }

    void added(@ObservesAsync Added added) {
        List<String> incidents = added.entries().stream()
                .map(LedgerEntry::incidentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        InTurn.each(incidents, this::take)
                .subscribe()
                .with(done -> publish(), failure -> LOG.warn("a recovery's metrics are not up to date", failure));
    }

    private Uni<Void> everything() {
        return ledger.applications()
                .chain(applications -> InTurn.each(applications, application -> recoveries
                        .incidents(application)
                        .chain(incidents -> InTurn.each(incidents, this::take))));
    }

    /** An incident that cannot be reported yet (its plan or its opening is still to come) has no metrics yet. */
    private Uni<Void> take(String incidentId) {
        return recoveries
                .report(incidentId)
                .invoke(report -> {
                    for (ExecutionTiming execution : report.executions()) {
                        newest.merge(
                                new Kind(report.application(), execution.mode()),
                                report,
                                (before, now) -> opened(before).compareTo(opened(now)) > 0 ? before : now);
                    }
                })
                .replaceWithVoid()
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }

    private static Instant opened(RecoveryReport report) {
        return report.executions().getLast().opened();
    }

    private void publish() {
        timeAchieved.register(rows(report -> report.recovery().last()), true);
        timeObjective.register(rows(report -> report.recovery().objective()), true);
        pointAchieved.register(rows(report -> atMost(report.loss())), true);
        pointObjective.register(rows(RecoveryReport::lossObjective), true);
    }

    private static @Nullable Duration atMost(@Nullable LossInterval loss) {
        return loss == null ? null : loss.atMost();
    }

    private Iterable<MultiGauge.Row<?>> rows(Function<RecoveryReport, @Nullable Duration> value) {
        Map<String, MultiGauge.Row<?>> rows = new TreeMap<>();
        newest.forEach((kind, report) -> {
            Duration duration = value.apply(report);
            if (duration != null) {
                rows.put(kind.toString(), MultiGauge.Row.of(kind.tags(), duration.toMillis() / 1000.0));
            }
        });
        return rows.values();
    }
}
