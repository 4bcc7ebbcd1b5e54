package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Flapping;
import io.lifeboat.coordinator.deploy.Deploys;
import io.lifeboat.coordinator.health.HealthNotices;
import io.lifeboat.coordinator.signal.Evidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gathers what is known beside what the vantages see. Joins the caller's transaction. */
@ApplicationScoped
class Surroundings {

    /** A fault may last for this long and still be told from the deploy it began with. */
    private static final Duration LONGEST_FAULT = Duration.ofDays(1);

    private final Deploys deploys;
    private final HealthNotices notices;
    private final Steadiness steadiness;
    private final Duration suspectFor;
    private final Duration clockTolerance;

    Surroundings(
            Deploys deploys,
            HealthNotices notices,
            Steadiness steadiness,
            @ConfigProperty(name = "lifeboat.deploy.suspect-for", defaultValue = "30m") Duration suspectFor,
            @ConfigProperty(name = "lifeboat.vantage.clock-tolerance", defaultValue = "30s") Duration clockTolerance) {
        this.deploys = deploys;
        this.notices = notices;
        this.steadiness = steadiness;
        this.suspectFor = suspectFor;
        this.clockTolerance = clockTolerance;
    }

    /** Notes whether the vantages agree that the active region is down, and gathers the rest; the application's lock is held already. */
    Uni<Circumstances> noting(boolean down, Plan plan, String active, Evidence evidence, Instant now) {
        return steadiness
                .note(plan.application(), active, down, now)
                .chain(flapping -> gathered(plan, evidence, flapping));
    }

    /** Gathers it and notes nothing. */
    Uni<Circumstances> of(Plan plan, String active, Evidence evidence, Instant now) {
        return steadiness.of(plan.application(), active, now).chain(flapping -> gathered(plan, evidence, flapping));
    }

    private Uni<Circumstances> gathered(Plan plan, Evidence evidence, Flapping flapping) {
        return deploys.lately(plan.application(), suspectFor.plus(LONGEST_FAULT))
                .chain(deployed -> notices.open(plan.regions().all())
                        .map(open -> new Circumstances(
                                deployed, suspectFor, open, flapping, evidence.wrongClocks(clockTolerance))));
    }
}
