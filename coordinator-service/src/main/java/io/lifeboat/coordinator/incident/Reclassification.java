package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ApprovalGiven;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.IncidentReclassified;
import io.lifeboat.coordinator.page.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lifts a veto that damage has put on an incident. Neither the machine nor one person can: the commander and another person
 * say the same class, one after the other.
 */
@ApplicationScoped
class Reclassification {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final LockedIncidents locked;
    private final Evaluation evaluation;
    private final Pages pages;
    private final Outbox outbox;
    private final Duration within;

    Reclassification(
            Transactions transactions,
            IncidentRepository repository,
            Evaluation evaluation,
            Pages pages,
            Outbox outbox,
            @ConfigProperty(name = "lifeboat.incident.second-key-within", defaultValue = "10m") Duration within) {
        this.locked = new LockedIncidents(transactions, repository);
        this.evaluation = evaluation;
        this.pages = pages;
        this.outbox = outbox;
        this.within = within;
    }

    /** One person says what it is after all; the second who says the same completes it. */
    Uni<Void> say(String incidentId, DisasterClass to, Act act) {
        if (DamageMemory.isDamage(to)) {
            return Uni.createFrom()
                    .failure(new ProblemException(
                            UNPROCESSABLE,
                            "No class to lift a veto with",
                            "damage of another kind is damage still",
                            "/disasterClass",
                            "declare it instead: POST /incidents"));
        }
        return locked.on(incidentId, (incident, now) -> {
            if (incident.damage == null || !(incident.state() instanceof IncidentState.Undecided)) {
                return Uni.createFrom()
                        .failure(Verbs.illegal(incident, "reclassify", "no damage to its data vetoes anything"));
            }
            PendingKey first = incident.pendingKey;
            if (first == null || !first.isCompletedBy(to, act, now, within)) {
                incident.pendingKey = new PendingKey(to.name(), act.who(), act.why(), now);
                return keyGiven(incident, to, act);
            }
            requireCommander(incident, List.of(first.who(), act.who()), now);
            return lift(incident, to, List.of(first.act(), act), now);
        });
    }

    /** The first of two; whoever can give the other is paged. */
    private Uni<Void> keyGiven(IncidentRow incident, DisasterClass to, Act act) {
        return outbox.add(new ApprovalGiven(incident.id, incident.application, act, 1), incident.application)
                .chain(() -> pages.ask(
                        incident.id + "/reclassify",
                        incident.application,
                        incident.id,
                        "%s says that the damage of %s is %s after all; another person must say the same, and one of the two commands it"
                                .formatted(act.who(), incident.application, to)));
    }

    private Uni<Void> lift(IncidentRow incident, DisasterClass to, List<Act> by, Instant now) {
        DisasterClass from = incident.damage.disasterClass();
        DamageMemory.lift(incident, by, now);
        Act last = by.getLast();
        incident.declaredClass = to.name();
        incident.declaredWho = last.who();
        incident.declaredWhy = last.why();
        return pages.answered(incident.id + "/held")
                .chain(() -> pages.answered(incident.id + "/reclassify"))
                .chain(() -> outbox.add(
                        new IncidentReclassified(incident.id, incident.application, from, to, by),
                        incident.application))
                .chain(() -> evaluation.evaluate(incident));
    }

    private static void requireCommander(IncidentRow incident, List<String> people, Instant now) {
        Commander commander = incident.commander;
        if (commander == null || !commander.commands(now) || !people.contains(commander.who())) {
            throw new ProblemException(
                    CONFLICT,
                    "Not now",
                    "neither %s commands the incident".formatted(String.join(" nor ", people)),
                    "/who",
                    commander == null || !commander.commands(now)
                            ? "nobody does: take it first, POST /incidents/%s/commander".formatted(incident.id)
                            : "%s does, and must be one of the two".formatted(commander.who()));
        }
    }
}
