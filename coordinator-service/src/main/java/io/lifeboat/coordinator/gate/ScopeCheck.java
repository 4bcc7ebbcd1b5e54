package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.command.PlannedForm;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is a disaster that another region cures. A class of damage is vetoed, for the other region has the damage too;
 * a fault of the service is held, for the other region runs the same service. A degraded region is switched over where a
 * person says so, or the plan arms the machine for that class by name.
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
            case REGION_DEGRADED -> degraded(input, region, age);
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

    /** Both sides answer, so nothing need be lost: writes are stopped, the other side catches up, and it is switched over to. */
    private Finding degraded(GateInput input, String region, @Nullable Duration age) {
        if (!region.equals(input.active())) {
            return Finding.hold(this, region + " is degraded but not active; nothing is served from it", age);
        }
        if (deployedOn(input)) {
            return Finding.hold(
                    this,
                    "%s is degraded, and %s would be after the same deploy%s"
                            .formatted(region, input.to(), rollBack(input)),
                    age);
        }
        if (input.form() == Form.PLANNED) {
            String what = "%s is degraded and its writer answers: a switchover stops writes there and waits for %s"
                    .formatted(region, input.to());
            return input.plan().gate().classes().get(DisasterClass.REGION_DEGRADED) == Automation.AUTOMATIC
                    ? Finding.pass(this, what, age)
                    : Finding.ask(this, 1, what + rollBack(input), age);
        }
        if (input.failedSwitchover() != null) {
            return Finding.ask(
                    this,
                    1,
                    "%s is degraded, and switchover %s did not come to its end: a failover is what is left"
                            .formatted(region, input.failedSwitchover()),
                    age);
        }
        return Finding.hold(
                this,
                "%s is degraded, not lost, and %s; declare a region outage to fail over all the same%s"
                        .formatted(region, noSwitchover(input), rollBack(input)),
                age);
    }

    private static String noSwitchover(GateInput input) {
        if (!input.writerAnswers()) {
            return "its writer is not seen to accept writes, so that it cannot be switched over";
        }
        OptionalInt losing = PlannedForm.losing(input.steps());
        return losing.isPresent()
                ? "step %s of the plan has no planned form, so that it cannot be switched over"
                        .formatted(input.steps().get(losing.getAsInt()).id())
                : "the writer is in %s already".formatted(input.to());
    }

    /** Whether what is suspected was deployed to the region to go to as well. */
    private static boolean deployedOn(GateInput input) {
        String to = input.to();
        return to != null
                && input.around()
                        .suspect(
                                input.classification().region(),
                                input.classification().troubledFor().orElse(null))
                        .filter(deploy -> deploy.regions().contains(to))
                        .isPresent();
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
