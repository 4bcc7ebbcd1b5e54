package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CommanderChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who owns an incident: one person at a time, who takes it, takes it again before it expires, or hands it over. */
@ApplicationScoped
class Commanders {

    private static final int CONFLICT = 409;

    private final LockedIncidents locked;
    private final Outbox outbox;
    private final Duration term;

    Commanders(
            Transactions transactions,
            IncidentRepository repository,
            Outbox outbox,
            @ConfigProperty(name = "lifeboat.incident.commander-for", defaultValue = "1h") Duration term) {
        this.locked = new LockedIncidents(transactions, repository);
        this.outbox = outbox;
        this.term = term;
    }

    /** Takes an incident nobody owns, or one's own for another term. */
    Uni<Void> take(String incidentId, Act act) {
        return locked.on(incidentId, (incident, now) -> {
            Commander commander = incident.commander;
            if (commander != null && commander.commands(now) && !commander.who().equals(act.who())) {
                return Uni.createFrom()
                        .failure(new ProblemException(
                                CONFLICT,
                                "Not now",
                                "%s commands it until %s".formatted(commander.who(), commander.until()),
                                null,
                                "ask %s to hand it over: POST /incidents/%s/commander/hand-over"
                                        .formatted(commander.who(), incident.id)));
            }
            return becomes(incident, act.who(), act, now);
        });
    }

    /** The commander gives it to another person. */
    Uni<Void> handOver(String incidentId, String to, Act act) {
        return locked.on(incidentId, (incident, now) -> {
            Commander commander = incident.commander;
            if (commander == null
                    || !commander.commands(now)
                    || !commander.who().equals(act.who())) {
                return Uni.createFrom()
                        .failure(new ProblemException(
                                CONFLICT,
                                "Not now",
                                act.who() + " does not command it",
                                "/who",
                                "only the commander hands it over; nobody's is taken by POST /incidents/%s/commander"
                                        .formatted(incident.id)));
            }
            return becomes(incident, to, act, now);
        });
    }

    private Uni<Void> becomes(IncidentRow incident, String who, Act act, Instant now) {
        if (incident.closedAt != null) {
            return Uni.createFrom().failure(Verbs.illegal(incident, "command", "it is closed"));
        }
        incident.commander = new Commander(who, now.plus(term));
        return outbox.add(
                new CommanderChanged(incident.id, incident.application, who, term, act), incident.application);
    }
}
