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
import java.util.Optional;
import java.util.Set;

/** What an incident remembers of damage. Damage is remembered when it is seen, and forgotten only by people. */
final class DamageLog {

    private static final Set<DisasterClass> DAMAGE =
            EnumSet.of(DisasterClass.DATA_CORRUPTION, DisasterClass.MASS_DELETION, DisasterClass.RANSOMWARE);

    private DamageLog() {}

    /** Whether replication copies what this class does. */
    static boolean isDamage(DisasterClass disasterClass) {
        return DAMAGE.contains(disasterClass);
    }

    /** Notes what is seen now, and says how the data stands with what was noted before. */
    static DataCondition note(IncidentRow incident, Damage seen, Instant now) {
        Optional<Breach> news =
                seen.unexpected().filter(breach -> incident.damage == null && isNew(incident, breach, now));
        news.ifPresent(breach -> incident.damage =
                new SeenDamage(breach.disasterClass().name(), breach.reason(), now.minus(breach.heldFor())));
        SeenDamage damage = incident.damage;
        if (damage != null) {
            return new DataCondition.Damaged(
                    damage.disasterClass(), damage.reason(), Duration.between(damage.seenAt(), now));
        }
        if (incident.lifted != null) {
            return new DataCondition.Reclassified(
                    seen.unexpected().map(Breach::reason).orElse("what was seen of the data is explained"),
                    incident.lifted.acts());
        }
        return seen.expected()
                .<DataCondition>map(breach -> new DataCondition.Expected(breach.reason(), breach.heldFor()))
                .orElseGet(() -> new DataCondition.Whole(
                        seen.whole()
                                ? "nobody who looks at the data sees anything wrong with it"
                                : "nobody can look at the data now, and nobody saw anything wrong with it"));
    }

    /** A person's word for damage counts as much as a watch's. */
    static void declared(IncidentRow incident, DisasterClass disasterClass, Act act, Instant now) {
        if (isDamage(disasterClass)) {
            incident.damage =
                    new SeenDamage(disasterClass.name(), "declared by %s: %s".formatted(act.who(), act.why()), now);
        }
    }

    /** Two people lift it. */
    static void lift(IncidentRow incident, List<Act> by, Instant now) {
        incident.damage = null;
        incident.secondKey = null;
        incident.lifted = Lifted.by(by, now);
    }

    /** Whether nothing of the data keeps the incident open: all is whole again, or nothing was ever wrong. */
    static boolean mayClear(IncidentRow incident, Damage seen) {
        return seen.whole() || incident.damage == null && seen.breaches().isEmpty();
    }

    private static boolean isNew(IncidentRow incident, Breach breach, Instant now) {
        return incident.lifted == null || now.minus(breach.heldFor()).isAfter(incident.lifted.at());
    }
}
