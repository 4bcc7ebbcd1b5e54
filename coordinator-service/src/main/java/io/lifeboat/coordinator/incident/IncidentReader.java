package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.VantageViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what incidents there are and what they rest on. */
@ApplicationScoped
public class IncidentReader {

    private final Transactions transactions;
    private final IncidentRepository repository;
    private final GateJournal journal;
    private final VantageViews views;
    private final Plans plans;

    IncidentReader(
            Transactions transactions,
            IncidentRepository repository,
            GateJournal journal,
            VantageViews views,
            Plans plans) {
        this.transactions = transactions;
        this.repository = repository;
        this.journal = journal;
        this.views = views;
        this.plans = plans;
    }

    Uni<List<IncidentView>> list(@Nullable String application) {
        return transactions.run(() -> (application == null ? repository.newest() : repository.newest(application))
                .map(rows -> rows.stream().map(IncidentView::of).toList()));
    }

    Uni<IncidentDetail> detail(String incidentId) {
        return transactions.run(() -> incident(incidentId).chain(incident -> now(incident)
                .chain(seen -> journal.latest(incidentId).chain(latest -> repository
                        .approvals(incidentId, Instant.EPOCH)
                        .chain(approvals -> repository
                                .sightings(incidentId)
                                .map(sightings -> new IncidentDetail(
                                        IncidentView.of(incident),
                                        latest.map(JournalEntry::of).orElse(null),
                                        seen.votes(),
                                        seen.evidence().views(),
                                        approvals,
                                        sightings.stream().map(SightingView::of).toList())))))));
    }

    Uni<List<JournalEntry>> journal(String incidentId) {
        return transactions.run(() -> incident(incidentId)
                .chain(incident -> journal.of(incidentId))
                .map(rows -> rows.stream().map(JournalEntry::of).toList()));
    }

    /**
     * All that is known of an incident at this moment. Joins the caller's transaction, and reads only.
     *
     * @throws io.lifeboat.chassis.problem.ProblemException where there is none of that id
     */
    public Uni<IncidentFacts> facts(String incidentId) {
        return incident(incidentId).chain(incident -> plan(incident)
                .chain(plan -> evidence(incident, plan).chain(evidence -> journal.latest(incidentId)
                        .chain(latest -> repository.now().chain(now -> approvals(incident, plan, now)
                                .map(approvals -> facts(incident, plan, evidence, latest, approvals, now)))))));
    }

    /** Incidents that are over and were taken for a class, the application's own first. Joins the caller's transaction. */
    public Uni<List<PastIncident>> past(DisasterClass disasterClass, String application, String but, int most) {
        return repository.closedOf(disasterClass, application, but, most).map(rows -> rows.stream()
                .map(row -> new PastIncident(
                        row.id,
                        row.application,
                        row.openedAt,
                        Objects.requireNonNull(row.closedAt),
                        Objects.requireNonNull(row.outcome),
                        row.executionId != null))
                .toList());
    }

    private static IncidentFacts facts(
            IncidentRow incident,
            @Nullable Plan plan,
            Evidence evidence,
            Optional<GateJournalRow> latest,
            List<Act> approvals,
            Instant now) {
        boolean judged = plan != null && incident.closedAt == null;
        return new IncidentFacts(
                IncidentView.of(incident),
                incident.state(),
                plan,
                plan == null ? null : Decision.to(plan, incident.active),
                latest.map(GateJournalRow::last).orElse(null),
                latest.map(row -> row.lastAt).orElse(null),
                judged ? Decision.classification(incident, plan, evidence) : null,
                evidence,
                approvals,
                incident.exposure(now).orElse(null),
                incident.pendingKey == null ? null : DisasterClass.valueOf(incident.pendingKey.to()),
                incident.executionOpenedAt,
                now);
    }

    /** While nothing is decided the plan in force counts; afterwards, and when it was withdrawn, the one it was judged by. */
    private Uni<@Nullable Plan> plan(IncidentRow incident) {
        Uni<Optional<PlanRevision>> judgedBy = plans.revision(incident.application, incident.planRevision);
        Uni<Optional<PlanRevision>> found = incident.state() instanceof IncidentState.Undecided
                ? plans.inForce(incident.application)
                        .chain(inForce -> inForce.isPresent() ? Uni.createFrom().item(inForce) : judgedBy)
                : judgedBy;
        return found.map(revision -> revision.map(PlanRevision::plan).orElse(null));
    }

    private Uni<Evidence> evidence(IncidentRow incident, @Nullable Plan plan) {
        return plan == null || incident.closedAt != null
                ? Uni.createFrom().item(Seen.NOTHING.evidence())
                : views.evidence(plan);
    }

    private Uni<List<Act>> approvals(IncidentRow incident, @Nullable Plan plan, Instant now) {
        return repository.approvals(
                incident.id, plan == null ? Instant.EPOCH : Decision.answersCountSince(incident, plan, now));
    }

    private Uni<IncidentRow> incident(String incidentId) {
        return repository.find(incidentId).map(found -> found.orElseThrow(() -> Verbs.notFound(incidentId)));
    }

    private Uni<Seen> now(IncidentRow incident) {
        if (incident.closedAt != null) {
            return Uni.createFrom().item(Seen.NOTHING);
        }
        return plans.inForce(incident.application).chain(revision -> {
            Optional<Plan> plan = revision.flatMap(found -> Optional.ofNullable(found.plan()));
            if (plan.isEmpty()) {
                return Uni.createFrom().item(Seen.NOTHING);
            }
            return views.evidence(plan.get())
                    .map(evidence -> new Seen(
                            evidence,
                            Classifier.classify(plan.get(), incident.active, incident.active, evidence)
                                    .votes()));
        });
    }

    private record Seen(Evidence evidence, List<Vote> votes) {
        static final Seen NOTHING = new Seen(new Evidence(List.of()), List.of());
    }
}
