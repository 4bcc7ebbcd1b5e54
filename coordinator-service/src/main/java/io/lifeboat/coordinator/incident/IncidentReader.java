package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.command.Form;
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
    private final Surroundings surroundings;

    IncidentReader(
            Transactions transactions,
            IncidentRepository repository,
            GateJournal journal,
            VantageViews views,
            Plans plans,
            Surroundings surroundings) {
        this.transactions = transactions;
        this.repository = repository;
        this.journal = journal;
        this.views = views;
        this.plans = plans;
        this.surroundings = surroundings;
    }

    Uni<List<IncidentView>> list(@Nullable String application) {
        return transactions.run(() -> (application == null ? repository.newest() : repository.newest(application))
                .map(rows -> rows.stream().map(IncidentView::of).toList()));
    }

    Uni<IncidentDetail> detail(String incidentId) {
        return transactions.run(() -> incident(incidentId).chain(incident -> now(incident)
                .chain(seen -> journal.latest(incidentId).chain(latest -> repository
                        .approvals(incidentId, Form.PLANNED, Instant.EPOCH)
                        .chain(approvals -> repository
                                .sightings(incidentId)
                                .map(sightings -> new IncidentDetail(
                                        IncidentView.of(incident),
                                        latest.map(JournalEntry::of).orElse(null),
                                        seen.explanation(),
                                        seen.around().flapping().flaps(),
                                        seen.around().wrongClocks(),
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
                .chain(plan -> now(incident, plan).chain(seen -> journal.latest(incidentId)
                        .chain(latest -> repository.now().chain(now -> approvals(incident, plan, now)
                                .map(approvals -> facts(incident, plan, seen, latest, approvals, now)))))));
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
            Seen seen,
            Optional<GateJournalRow> latest,
            List<Act> approvals,
            Instant now) {
        return new IncidentFacts(
                IncidentView.of(incident),
                incident.state(),
                plan,
                plan == null ? null : Whereabouts.at(plan, incident.active).to(),
                latest.map(GateJournalRow::last).orElse(null),
                latest.map(row -> row.lastAt).orElse(null),
                seen.classification(),
                seen.evidence(),
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

    private Uni<List<Act>> approvals(IncidentRow incident, @Nullable Plan plan, Instant now) {
        return repository.approvals(
                incident.id,
                incident.form(),
                plan == null ? Instant.EPOCH : Decision.answersCountSince(incident, plan, now));
    }

    private Uni<IncidentRow> incident(String incidentId) {
        return repository.find(incidentId).map(found -> found.orElseThrow(() -> Verbs.notFound(incidentId)));
    }

    private Uni<Seen> now(IncidentRow incident) {
        return plans.inForce(incident.application)
                .map(found -> found.map(PlanRevision::plan).orElse(null))
                .chain(plan -> now(incident, plan));
    }

    /** What the vantages say now of an incident that is open, judged by a plan. */
    private Uni<Seen> now(IncidentRow incident, @Nullable Plan plan) {
        if (plan == null || incident.closedAt != null) {
            return Uni.createFrom().item(Seen.NOTHING);
        }
        return views.evidence(plan).chain(evidence -> repository
                .now()
                .chain(now -> surroundings.of(plan, incident.active, evidence, now))
                .map(around -> new Seen(evidence, around, RegionInTrouble.classify(incident, plan, evidence, around))));
    }

    private record Seen(
            Evidence evidence,
            Circumstances around,
            @Nullable Classification classification) {
        static final Seen NOTHING = new Seen(new Evidence(List.of()), Circumstances.NONE, null);

        List<Vote> votes() {
            return classification == null ? List.of() : classification.votes();
        }

        @Nullable
        Explanation explanation() {
            return classification == null ? null : classification.explanation();
        }
    }
}
