package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.contract.plan.Approvals;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.DataProbe;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Watch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Whether the gate's numbers fit the objectives and the watches. */
final class GateRule implements Rule {

    private static final Duration HASTE = Duration.ofSeconds(30);

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        GatePolicy gate = plan.gate();
        if (gate.everAutomatic() && gate.minimumOutageAge().compareTo(HASTE) < 0) {
            findings.warning(
                    "/gate/minimumOutageAge",
                    "acts on an outage " + gate.minimumOutageAge().toSeconds() + " s old; most are over soon after",
                    "wait a minute or more outside demonstrations");
        }
        if (gate.minimumOutageAge().compareTo(plan.objectives().rto()) >= 0) {
            findings.error(
                    "/gate/minimumOutageAge",
                    "waits longer than the RTO allows for everything",
                    "make it shorter than " + plan.objectives().rto());
        }
        for (int i = 0; i < gate.freeze().size(); i++) {
            DayWindow.sound(gate.freeze().get(i), "/gate/freeze/" + i, findings);
        }
        evidence(plan, findings);
        Approvals approvals = gate.approvals();
        if (gate.automation() == Automation.APPROVE
                && approvals.within().compareTo(plan.objectives().rto()) >= 0) {
            findings.warning(
                    "/gate/approvals/within",
                    "a question may stand as long as the whole RTO",
                    "ask for an answer sooner, or promise a longer RTO");
        }
        Acceptance accept = gate.accept();
        if (accept != null
                && accept.loss() != null
                && accept.loss().compareTo(plan.objectives().rpo()) <= 0) {
            findings.warning(
                    "/gate/accept/loss",
                    "accepts no more than the RPO promises anyway",
                    "leave it out, or accept more than " + plan.objectives().rpo());
        }
    }

    private static void evidence(Plan plan, Findings findings) {
        List<Watch> watches = plan.watches();
        Duration within = plan.gate().evidenceWithin();
        // Damage is evidence for as long as it stands, however seldom it is looked for.
        watches.stream()
                .filter(watch -> !(watch.probe() instanceof DataProbe))
                .max(Comparator.comparing(Watch::every))
                .filter(slowest -> slowest.every().plus(slowest.timeout()).compareTo(within) > 0)
                .ifPresent(slowest -> findings.warning(
                        Findings.at("watches", watches.indexOf(slowest), "every"),
                        "'" + slowest.id() + "' looks too seldom to be evidence within " + within,
                        "look more often, or raise gate.evidenceWithin"));
    }
}
