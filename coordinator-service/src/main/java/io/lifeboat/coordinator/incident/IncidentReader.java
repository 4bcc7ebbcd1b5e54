package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.VantageViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what incidents there are and what they rest on. */
@ApplicationScoped
class IncidentReader {

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
                        .approvals(incidentId, Instant.EPOCH)
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
            return views.evidence(plan.get()).chain(evidence -> repository
                    .now()
                    .chain(now -> surroundings.of(plan.get(), evidence, now))
                    .map(around -> {
                        Classification seen = RegionInTrouble.classify(incident, plan.get(), evidence, around);
                        return new Seen(evidence, around, seen.votes(), seen.explanation());
                    }));
        });
    }

    private record Seen(
            Evidence evidence,
            Circumstances around,
            List<Vote> votes,
            @Nullable Explanation explanation) {
        static final Seen NOTHING = new Seen(new Evidence(List.of()), Circumstances.NONE, List.of(), null);
    }
}
