package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.execution.ExecutionCatalog;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.VantageViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens incidents, one for each disaster. Joins the caller's transaction. */
@ApplicationScoped
public class Incidents {

    private static final Logger LOG = Logger.getLogger(Incidents.class);

    private final IncidentRepository repository;
    private final Plans plans;
    private final VantageViews views;
    private final ExecutionCatalog executions;
    private final Pages pages;
    private final Outbox outbox;

    Incidents(
            IncidentRepository repository,
            Plans plans,
            VantageViews views,
            ExecutionCatalog executions,
            Pages pages,
            Outbox outbox) {
        this.repository = repository;
        this.plans = plans;
        this.views = views;
        this.executions = executions;
        this.pages = pages;
        this.outbox = outbox;
    }

    /**
     * A vantage suspects or confirms an outage: it belongs to the application's open incident, or opens one.
     *
     * @param kind suspected or confirmed
     * @param since how long ago the broker appended the message
     */
    public Uni<Void> trouble(String kind, Sighting sighting, Duration since) {
        String application = sighting.application();
        return repository
                .lock(application)
                .chain(() -> repository.open(application))
                .chain(open -> open.map(incident -> of(incident, kind, sighting, since))
                        .orElseGet(() -> plans.inForce(application)
                                .chain(plan -> plan.map(revision -> unlessOver(revision, kind, sighting, since))
                                        .orElseGet(() -> unplanned(sighting)))));
    }

    /**
     * Whether what a vantage told, long ago as it seems, may be news all the same, and no incident is open; the application's
     * lock is held from then on.
     */
    public Uni<Boolean> isNewsStill(Sighting sighting) {
        String application = sighting.application();
        return lockOpen(application).chain(open -> plans.inForce(application)
                .chain(plan -> plan.isEmpty() || open.isPresent()
                        ? Uni.createFrom().item(false)
                        : active(plan.get()).chain(active -> evidence(plan.get())
                                .map(evidence -> LateSighting.isNewsStill(sighting, active, evidence)))));
    }

    /** What overtakes an incident is never of the one it closes, however long it was on its way. */
    private Uni<Void> of(IncidentRow incident, String kind, Sighting sighting, Duration since) {
        return overtaken(incident, sighting)
                .chain(overtaken -> overtaken
                        ? close(incident)
                                .chain(() -> plans.inForce(incident.application))
                                .chain(plan -> plan.map(revision -> open(revision, kind, sighting, since))
                                        .orElseGet(() -> unplanned(sighting)))
                        : note(incident, kind, sighting, since));
    }

    private Uni<Void> unlessOver(PlanRevision plan, String kind, Sighting sighting, Duration since) {
        return isOver(plan, sighting, since).chain(over -> {
            if (over) {
                LOG.infof(
                        "%s: what %s told %s ago is of an incident that is over",
                        sighting.application(), sighting.vantage(), since);
                return Uni.createFrom().voidItem();
            }
            return open(plan, kind, sighting, since);
        });
    }

    private Uni<Void> open(PlanRevision plan, String kind, Sighting sighting, Duration since) {
        return opened(plan, sighting, since).chain(incident -> note(incident, kind, sighting, since));
    }

    private static Uni<Void> unplanned(Sighting sighting) {
        LOG.warnf(
                "%s: %s reports an outage, but there is no plan in force; put one",
                sighting.application(), sighting.vantage());
        return Uni.createFrom().voidItem();
    }

    /**
     * Whether trouble of the active region overtakes an incident that is about another one, so that each disaster has an
     * incident and times of its own. What a person declared, or what is being recovered from, is not overtaken.
     */
    private Uni<Boolean> overtaken(IncidentRow incident, Sighting sighting) {
        boolean elsewhere = incident.state() instanceof IncidentState.Undecided
                && incident.declared() == null
                && incident.damage == null
                && incident.region != null
                && !incident.region.equals(sighting.region());
        if (!elsewhere) {
            return Uni.createFrom().item(false);
        }
        return plans.inForce(incident.application)
                .chain(plan ->
                        plan.map(this::active).orElseGet(() -> Uni.createFrom().item(incident.active)))
                .map(active -> active.equals(sighting.region()) && !active.equals(incident.region));
    }

    private Uni<Void> close(IncidentRow incident) {
        if (!(incident.state() instanceof IncidentState.Undecided undecided)) {
            throw new IllegalStateException("incident " + incident.id + " is being recovered from");
        }
        return repository
                .now()
                .invoke(now -> incident.become(undecided.close("overtaken", null), now))
                .chain(() -> pages.answeredAll(incident.id))
                .chain(() -> outbox.add(
                        new IncidentClosed(incident.id, incident.application, "overtaken", null), incident.application))
                // The database takes the next one only once this one is closed.
                .chain(repository::flush);
    }

    /**
     * The open incident of an application, empty when it has none. None is opened, closed or decided by others until the
     * caller's transaction ends.
     */
    public Uni<Optional<String>> lockOpen(String application) {
        return repository
                .lock(application)
                .chain(() -> repository.open(application))
                .map(open -> open.map(incident -> incident.id));
    }

    /** A vantage sees it up again; without an open incident that is no news. */
    public Uni<Void> cleared(Sighting sighting, Duration since) {
        String application = sighting.application();
        return repository
                .lock(application)
                .chain(() -> repository.open(application))
                .chain(open -> open.map(incident -> note(incident, "cleared", sighting, since))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /**
     * A person says what it is. An open incident takes their word, or a new one is opened; the application's lock is held
     * already.
     *
     * @param region the region in trouble; null when it is the active one
     */
    Uni<IncidentRow> declared(PlanRevision plan, DisasterClass disasterClass, @Nullable String region, Act act) {
        return repository.open(plan.application()).chain(open -> active(plan).chain(active -> {
            if (open.isPresent()) {
                IncidentRow incident = open.get();
                requireNoDamage(incident, disasterClass);
                incident.region = region == null ? incident.region : region;
                return repository.now().map(now -> declare(incident, disasterClass, act, now));
            }
            return add(
                    plan, region == null ? active : region, active, disasterClass, null, Duration.ZERO, List.of(), act);
        }));
    }

    private Uni<Boolean> isOver(PlanRevision plan, Sighting sighting, Duration since) {
        return repository.lastClosedAt(plan.application()).chain(closed -> closed.map(
                        closedAt -> active(plan).chain(active -> evidence(plan).chain(evidence -> repository
                                .now()
                                .map(now -> LateSighting.isOver(
                                        sighting, since, Duration.between(closedAt, now), active, evidence)))))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<IncidentRow> opened(PlanRevision plan, Sighting sighting, Duration since) {
        Duration faultAge =
                sighting.faultAge() == null ? null : sighting.faultAge().plus(since);
        return active(plan)
                .chain(active -> add(
                        plan,
                        sighting.region(),
                        active,
                        DisasterClass.UNKNOWN,
                        faultAge,
                        since,
                        List.of(sighting.vantage()),
                        null));
    }

    private Uni<IncidentRow> add(
            PlanRevision plan,
            @Nullable String region,
            String active,
            DisasterClass disasterClass,
            @Nullable Duration faultAge,
            Duration suspectedAge,
            List<String> vantages,
            @Nullable Act declared) {
        return repository.now().chain(now -> {
            IncidentRow incident = new IncidentRow();
            incident.id = UUID.randomUUID().toString();
            incident.application = plan.application();
            incident.become(new IncidentState.Suspected(), now);
            incident.disasterClass = disasterClass.name();
            incident.region = region;
            incident.active = active;
            incident.planRevision = plan.revision();
            incident.rank(plan.plan());
            incident.openedAt = now;
            incident.faultAt = faultAge == null ? null : now.minus(faultAge);
            if (declared != null) {
                declare(incident, disasterClass, declared, now);
            }
            IncidentOpened message = new IncidentOpened(
                    incident.id,
                    incident.application,
                    plan.revision(),
                    disasterClass,
                    region,
                    active,
                    faultAge,
                    suspectedAge,
                    vantages,
                    declared);
            return repository
                    .latestClosed(incident.application)
                    .invoke(before -> before.ifPresent(latest -> DamageMemory.inherit(incident, latest)))
                    .chain(() -> repository.add(incident))
                    .chain(() -> outbox.add(message, incident.application))
                    .replaceWith(incident);
        });
    }

    private Uni<Void> note(IncidentRow incident, String kind, Sighting sighting, Duration since) {
        return repository.now().chain(now -> {
            Instant seenAt = now.minus(since);
            Optional.ofNullable(sighting.faultAge())
                    .map(seenAt::minus)
                    .filter(fault -> incident.faultAt == null)
                    .ifPresent(fault -> incident.faultAt = fault);
            return repository.add(SightingRow.of(incident.id, kind, sighting, seenAt));
        });
    }

    /** What a veto rests on is not declared away by one person. */
    private static void requireNoDamage(IncidentRow incident, DisasterClass disasterClass) {
        if (incident.damage != null && !DamageMemory.isDamage(disasterClass)) {
            throw new ProblemException(
                    409,
                    "Not now",
                    "its data is damaged, and one person cannot say that it is not: " + incident.damage.reason(),
                    "/disasterClass",
                    "the commander and another person reclassify it: POST /incidents/%s/reclassify"
                            .formatted(incident.id));
        }
    }

    private static IncidentRow declare(IncidentRow incident, DisasterClass disasterClass, Act act, Instant now) {
        DamageMemory.declared(incident, disasterClass, act, now);
        incident.declaredWho = act.who();
        incident.declaredWhy = act.why();
        incident.declaredClass = disasterClass.name();
        incident.disasterClass = disasterClass.name();
        return incident;
    }

    private Uni<Evidence> evidence(PlanRevision revision) {
        return views.evidence(Objects.requireNonNull(revision.plan()));
    }

    /** Where it is seen; while nobody sees that, where the last execution left it, and home before any. */
    private Uni<String> active(PlanRevision revision) {
        Plan plan = Objects.requireNonNull(revision.plan());
        return executions
                .unfinished(revision.application())
                .chain(unfinished -> evidence(revision).map(evidence -> Whereabouts.seen(plan, evidence, unfinished)
                        .map(Whereabouts::active)
                        .or(evidence::acceptedIn)))
                .chain(seen -> seen.map(region -> Uni.createFrom().item(region)).orElseGet(() -> executions
                        .servedFrom(revision.application())
                        .map(left -> left.orElse(plan.regions().home()))));
    }
}
