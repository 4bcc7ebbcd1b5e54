package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.transaction.Passing;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.AcceptedHeartbeats;
import io.lifeboat.coordinator.signal.VantageViews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks at an application's open incident once: everything known at this moment is read, judged and written in one
 * transaction. Asking again changes nothing unless something changed, so it may be asked by anyone at any time.
 */
@ApplicationScoped
class Evaluation {

    private static final Logger LOG = Logger.getLogger(Evaluation.class);

    private final Transactions transactions;
    private final IncidentRepository incidents;
    private final Plans plans;
    private final VantageViews views;
    private final AcceptedHeartbeats heartbeats;
    private final Decision decision;
    private final Recovery recovery;
    private final Pages pages;

    Evaluation(
            Transactions transactions,
            IncidentRepository incidents,
            Plans plans,
            VantageViews views,
            AcceptedHeartbeats heartbeats,
            Decision decision,
            Recovery recovery,
            Pages pages) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.plans = plans;
        this.views = views;
        this.heartbeats = heartbeats;
        this.decision = decision;
        this.recovery = recovery;
        this.pages = pages;
    }

    /** Evaluates the application's open incident; does nothing when there is none. */
    Uni<Void> of(String application) {
        return transactions
                .run(() -> incidents
                        .lock(application)
                        .chain(() -> incidents.open(application))
                        .chain(open -> open.map(this::evaluate)
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                .onFailure(failure -> !Passing.willPass(failure))
                .recoverWithUni(failure -> stuck(application, failure));
    }

    /** Evaluates within a transaction that holds the application's lock. */
    Uni<Void> evaluate(IncidentRow incident) {
        return plan(incident)
                .chain(revision -> views.evidence(Objects.requireNonNull(revision.plan()))
                        .chain(evidence -> incidents.now().map(now -> Moment.of(incident, revision, evidence, now))))
                .chain(moment -> heartbeats
                        .learn(incident.id, incident.active, incident.executionId != null, moment.evidence())
                        .invoke(() -> incident.evaluatedAt = moment.now())
                        .chain(() -> branch(moment)));
    }

    private Uni<Void> branch(Moment moment) {
        return switch (moment.incident().state()) {
            case IncidentState.Undecided undecided ->
                recovery.timeOutage(moment).chain(() -> decision.take(moment, undecided));
            case IncidentState.Recovering recovering ->
                recovery.follow(moment, recovering).chain(() -> goOn(moment));
            case IncidentState.Closed closed -> Uni.createFrom().voidItem();
        };
    }

    /** An execution that was superseded is followed by another in the same transaction, if the gate agrees. */
    private Uni<Void> goOn(Moment moment) {
        return moment.incident().state() instanceof IncidentState.Confirmed confirmed
                ? decision.take(moment, confirmed)
                : Uni.createFrom().voidItem();
    }

    private Uni<PlanRevision> plan(IncidentRow incident) {
        return plans.inForce(incident.application)
                .chain(inForce -> inForce.map(found -> Uni.createFrom().item(Optional.of(found)))
                        .orElseGet(() -> plans.revision(incident.application, incident.planRevision)))
                .map(found -> found.filter(revision -> revision.plan() != null)
                        .orElseThrow(() -> new IllegalStateException("application " + incident.application
                                + " has an open incident, but no plan; put its plan back in force")));
    }

    /** A decision that cannot be carried out is nothing a machine can mend. */
    private Uni<Void> stuck(String application, Throwable failure) {
        LOG.errorf(failure, "incident of %s: the evaluation failed", application);
        return transactions.run(() -> incidents
                .lock(application)
                .chain(() -> incidents.open(application))
                .chain(open -> open.map(incident -> pages.ask(
                                        incident.id + "/stuck",
                                        application,
                                        incident.id,
                                        "the decision cannot be carried out: " + failure.getMessage())
                                .chain(incidents::now)
                                .invoke(now -> {
                                    incident.evaluatedAt = now;
                                    incident.gateSays = null;
                                })
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }
}
