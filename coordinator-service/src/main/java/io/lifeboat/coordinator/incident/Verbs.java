package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ApprovalDeclined;
import io.lifeboat.contract.incident.ApprovalGiven;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.incident.IncidentState.AwaitingApproval;
import io.lifeboat.coordinator.incident.IncidentState.Closed;
import io.lifeboat.coordinator.incident.IncidentState.Confirmed;
import io.lifeboat.coordinator.incident.IncidentState.Held;
import io.lifeboat.coordinator.incident.IncidentState.Recovering;
import io.lifeboat.coordinator.incident.IncidentState.Suspected;
import io.lifeboat.coordinator.incident.IncidentState.Undecided;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.plan.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people may say to an incident. Each verb is one transaction, and the gate is asked again within it. */
@ApplicationScoped
public class Verbs {

    private final Transactions transactions;
    private final IncidentRepository repository;
    private final LockedIncidents locked;
    private final Incidents incidents;
    private final GateJournal journal;
    private final Evaluation evaluation;
    private final Plans plans;
    private final Pages pages;
    private final Outbox outbox;

    Verbs(
            Transactions transactions,
            IncidentRepository repository,
            Incidents incidents,
            GateJournal journal,
            Evaluation evaluation,
            Plans plans,
            Pages pages,
            Outbox outbox) {
        this.transactions = transactions;
        this.repository = repository;
        this.locked = new LockedIncidents(transactions, repository);
        this.incidents = incidents;
        this.journal = journal;
        this.evaluation = evaluation;
        this.plans = plans;
        this.pages = pages;
        this.outbox = outbox;
    }

    /** Says what kind of disaster it is, whatever the vantages see; returns the incident's id. */
    Uni<String> declare(String application, DisasterClass disasterClass, @Nullable String region, Act act) {
        return transactions.run(() -> repository
                .lock(application)
                .chain(() -> plans.inForce(application))
                .map(plan -> plan.orElseThrow(() -> new ProblemException(
                        404,
                        "No such application",
                        "there is no plan in force for the application " + application,
                        "/application",
                        "name an application of GET /plans, or put its plan first")))
                .invoke(plan -> requireRegion(plan, region))
                .chain(plan -> incidents.declared(plan, disasterClass, region, act))
                .chain(incident -> answeredByPerson(incident)
                        .chain(() -> evaluation.evaluate(incident))
                        .replaceWith(incident.id)));
    }

    /** Says yes. In a held incident it lifts the hold, and counts as the first yes again. */
    Uni<Void> approve(String incidentId, Act act) {
        return locked.on(incidentId, (incident, now) -> switch (incident.state()) {
            case AwaitingApproval awaiting -> approved(incident, act, now);
            case Held held -> {
                incident.become(held.approve(), now);
                yield approved(incident, act, now);
            }
            case Suspected s -> nothingToApprove(incident);
            case Confirmed c -> nothingToApprove(incident);
            case Recovering r ->
                Uni.createFrom().failure(illegal(incident, "approve", "it is being recovered already"));
            case Closed c -> Uni.createFrom().failure(illegal(incident, "approve", "it is closed"));
        });
    }

    /** Says yes to an incident that asks; one that a person holds meanwhile is refused with 409, like any that does not ask. */
    public Uni<Void> approveIfAsking(String incidentId, Act act) {
        return locked.on(
                incidentId,
                (incident, now) -> incident.state() instanceof AwaitingApproval
                        ? approved(incident, act, now)
                        : Uni.createFrom().failure(illegal(incident, "approve", "nothing is asked of it at present")));
    }

    /** Says no; the incident is held until a person approves or closes it. */
    Uni<Void> decline(String incidentId, Act act) {
        return locked.on(incidentId, (incident, now) -> {
            if (!(incident.state() instanceof AwaitingApproval awaiting)) {
                return Uni.createFrom().failure(illegal(incident, "decline", "nothing is asked at present"));
            }
            incident.become(awaiting.hold(act), now);
            return pages.answered(incident.id + "/approval")
                    .chain(() -> outbox.add(
                            new ApprovalDeclined(incident.id, incident.application, act), incident.application))
                    .chain(() -> evaluation.evaluate(incident));
        });
    }

    /** Says that it is over, or never was; not while an execution runs. */
    Uni<Void> close(String incidentId, Act act) {
        return locked.on(incidentId, (incident, now) -> switch (incident.state()) {
            case Undecided undecided
            when incident.damage != null ->
                Uni.createFrom()
                        .failure(illegal(
                                incident,
                                "close",
                                "its data is damaged, which the commander and another person must reclassify first: "
                                        + incident.damage.reason()));
            case Undecided undecided -> {
                incident.become(undecided.close("dismissed", act), now);
                yield pages.answeredAll(incident.id)
                        .chain(() -> outbox.add(
                                new IncidentClosed(incident.id, incident.application, "dismissed", act),
                                incident.application));
            }
            case Recovering r ->
                Uni.createFrom()
                        .failure(illegal(
                                incident, "close", "execution " + r.executionId() + " has not ended; abort it first"));
            case Closed c -> Uni.createFrom().failure(illegal(incident, "close", "it is closed already"));
        });
    }

    private Uni<Void> approved(IncidentRow incident, Act act, Instant now) {
        return repository
                .approve(incident.id, act, incident.form(), now)
                .chain(() -> answeredByPerson(incident))
                .chain(() -> evaluationsNeed(incident))
                .chain(keys -> repository
                        .approvals(
                                incident.id,
                                incident.form(),
                                incident.heldAt == null ? incident.openedAt : incident.heldAt)
                        .chain(given -> outbox.add(
                                new ApprovalGiven(
                                        incident.id, incident.application, act, Math.max(0, keys - given.size())),
                                incident.application)))
                .chain(() -> evaluation.evaluate(incident));
    }

    /** How many keys the gate asked for last. */
    private Uni<Integer> evaluationsNeed(IncidentRow incident) {
        return journal.latest(incident.id)
                .map(latest ->
                        latest.map(GateJournalRow::last).map(GateDecision::keys).orElse(1));
    }

    private Uni<Void> answeredByPerson(IncidentRow incident) {
        return pages.answered(incident.id + "/approval").chain(() -> pages.answered(incident.id + "/held"));
    }

    private Uni<Void> nothingToApprove(IncidentRow incident) {
        return journal.latest(incident.id).chain(latest -> {
            String why = latest.map(GateJournalRow::last)
                    .flatMap(GateDecision::decisive)
                    .map(check -> "the gate's check " + check.check() + " says: " + check.reason())
                    .orElse("the gate has not been asked yet");
            return Uni.createFrom().failure(illegal(incident, "approve", why));
        });
    }

    private static void requireRegion(PlanRevision plan, @Nullable String region) {
        List<String> regions = Objects.requireNonNull(plan.plan()).regions().all();
        if (region != null && !regions.contains(region)) {
            throw new ProblemException(
                    422,
                    "Unknown region",
                    region + " is no region of the plan",
                    "/region",
                    "name one of " + String.join(", ", regions) + ", or leave it out for the active one");
        }
    }

    static ProblemException notFound(String incidentId) {
        return new ProblemException(
                404, "No such incident", "there is no incident " + incidentId, "id", "see GET /incidents");
    }

    static ProblemException illegal(IncidentRow incident, String verb, String why) {
        String legal =
                switch (incident.state()) {
                    case Suspected s -> "declare, close";
                    case Confirmed c -> "declare, close";
                    case AwaitingApproval a -> "approve, decline, declare, close";
                    case Held h -> "approve, declare, close";
                    case Recovering r -> "none here; see the verbs of /executions/" + r.executionId();
                    case Closed c -> "none";
                };
        return new ProblemException(
                409,
                "Not now",
                "cannot %s an incident that is %s: %s"
                        .formatted(verb, incident.state().name(), why),
                null,
                "legal now: " + legal);
    }
}
