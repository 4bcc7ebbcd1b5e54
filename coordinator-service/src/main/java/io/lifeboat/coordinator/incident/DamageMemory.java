package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.coordinator.classify.Damage;
import io.lifeboat.coordinator.classify.Damage.Breach;
import io.lifeboat.coordinator.gate.DataCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an incident remembers of damage. Damage is remembered when it is seen, and forgotten only by two people. */
final class DamageMemory {

    private static final Set<DisasterClass> DAMAGE =
            EnumSet.of(DisasterClass.DATA_CORRUPTION, DisasterClass.MASS_DELETION, DisasterClass.RANSOMWARE);

    private DamageMemory() {}

    /** Whether replication copies what this class does. */
    static boolean isDamage(DisasterClass disasterClass) {
        return DAMAGE.contains(disasterClass);
    }

    /** Notes what is seen now, and says how the data stands with what was noted before. */
    static DataCondition note(IncidentRow incident, Damage seen, Instant now) {
        news(incident, seen, now).forEach(breach -> remember(incident, SeenDamage.of(breach, now)));
        SeenDamage damage = incident.damage;
        if (damage != null) {
            return new DataCondition.Damaged(
                    damage.disasterClass(), damage.reason(), Duration.between(damage.seenAt(), now));
        }
        if (seen.expected().isPresent()) {
            Breach breach = seen.expected().get();
            return new DataCondition.Expected(breach.reason(), breach.heldFor());
        }
        return incident.lifted == null
                ? new DataCondition.Whole(seen.whole())
                : new DataCondition.Reclassified("what was seen of the data is explained", incident.lifted.acts());
    }

    /** A person's word for damage counts as much as a watch's. */
    static void declared(IncidentRow incident, DisasterClass disasterClass, Act act, Instant now) {
        if (isDamage(disasterClass)) {
            remember(
                    incident,
                    new SeenDamage(
                            disasterClass.name(),
                            disasterClass.name(),
                            "declared by %s: %s".formatted(act.who(), act.why()),
                            now));
        }
    }

    /** What the incident before this one ended with: damage that nobody lifted, and what two people said of other. */
    static void inherit(IncidentRow incident, IncidentRow before) {
        incident.lifted = before.lifted;
        if (before.damage != null) {
            remember(incident, before.damage);
        }
    }

    /** Two people lift it. */
    static void lift(IncidentRow incident, List<Act> by, Instant now) {
        incident.lifted = Lifted.by(by, incident.damage, now);
        incident.damage = null;
        incident.pendingKey = null;
    }

    /** Whether nothing of the data keeps the incident open. What was seen does, until it is lifted. */
    static boolean mayClear(IncidentRow incident) {
        return incident.damage == null;
    }

    /** Whether its class is two people's word of what was seen, and no declaration of a disaster. */
    static boolean wasLifted(IncidentRow incident) {
        return incident.lifted != null && !incident.lifted.at().isBefore(incident.openedAt);
    }

    /** A key that was given before is no word about what is new. */
    private static void remember(IncidentRow incident, SeenDamage damage) {
        incident.damage = incident.damage == null ? damage : incident.damage.with(damage);
        incident.pendingKey = null;
    }

    private static List<Breach> news(IncidentRow incident, Damage seen, Instant now) {
        return seen.unexpected().stream()
                .filter(breach -> incident.damage == null || !incident.damage.has(breach.watch()))
                .filter(breach ->
                        incident.lifted == null || !incident.lifted.covers(breach.watch(), now.minus(breach.heldFor())))
                .toList();
    }
}
