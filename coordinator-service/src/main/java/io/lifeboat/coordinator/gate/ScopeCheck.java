package io.lifeboat.coordinator.gate;

import io.lifeboat.coordinator.classify.Circumstances;
import java.time.Duration;
import java.util.List;

/**
 * Whether it is a disaster that another region cures. A class of damage is vetoed, for the other region has the damage too;
 * a fault of the service is held, for the other region runs the same service.
 */
final class ScopeCheck implements GateCheck {

    @Override
    public String name() {
        return "scope";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        Duration age = input.classification().evidenceAge().orElse(null);
        String region = input.classification().region();
        return switch (input.disasterClass()) {
            case DATA_CORRUPTION, MASS_DELETION, RANSOMWARE ->
                Finding.veto(
                        this,
                        "replication has copied the damage; a failover would make it final. Restore to a point before it",
                        age);
            case REGION_OUTAGE ->
                region.equals(input.active())
                        ? Finding.pass(
                                this, region + " is lost: compute and another tier, while other regions answer", age)
                        : Finding.hold(this, region + " is lost but not active; nothing is served from it", age);
            case DATABASE_OUTAGE ->
                Finding.ask(
                        this,
                        1,
                        "only the database of " + region + " is lost; whether to move for that is for a person",
                        age);
            case SERVICE_FAULT ->
                Finding.hold(
                        this,
                        "one service fails while the database answers; the other region would run the same"
                                + rollBack(input),
                        age);
            case REGION_DEGRADED ->
                Finding.hold(
                        this,
                        region + " is degraded, not lost; declare a region outage to move all the same"
                                + rollBack(input),
                        age);
            case CONTROL_PLANE_ONLY ->
                Finding.hold(
                        this,
                        "only control planes of %s fail, and the application is served: freeze changes, and start nothing that"
                                        .formatted(region)
                                + " needs those APIs, neither a deploy nor a scaling nor a failover",
                        age);
            case UNKNOWN -> Finding.hold(this, "what is wrong is not known", age);
        };
    }

    /** The remedy for a bad deploy is the version before it, wherever the application runs. */
    private static String rollBack(GateInput input) {
        Duration faultAge = input.classification().troubledFor().orElse(null);
        return input.around()
                .suspect(input.classification().region(), faultAge)
                .filter(deploy -> faultAge != null)
                .map(deploy -> "; %s: roll back".formatted(Circumstances.inWords(deploy, faultAge)))
                .orElse("");
    }
}
