package io.lifeboat.coordinator.card;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.coordinator.card.Asked.Answer;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.incident.IncidentFacts;
import io.lifeboat.coordinator.incident.IncidentState;
import io.lifeboat.coordinator.incident.IncidentView;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an incident asks of people, by where it stands. */
final class Asking {

    private final IncidentFacts facts;
    private final IncidentView incident;
    private final String path;

    private Asking(IncidentFacts facts) {
        this.facts = facts;
        this.incident = facts.incident();
        this.path = "/incidents/" + incident.incidentId();
    }

    /** What is asked of the reader. */
    static Asked of(IncidentFacts facts, @Nullable Execution execution) {
        Asking asking = new Asking(facts);
        return switch (facts.state()) {
            case IncidentState.Closed closed -> asking.closed(closed);
            case IncidentState.Recovering recovering -> asking.recovering(execution);
            case IncidentState.AwaitingApproval awaiting -> asking.approval();
            case IncidentState.Undecided undecided when asking.incident.damage() != null -> asking.damage();
            case IncidentState.Held held -> asking.held(held.by());
            case IncidentState.Suspected suspected -> asking.nothing();
            case IncidentState.Confirmed confirmed -> asking.nothing();
        };
    }

    private Asked closed(IncidentState.Closed closed) {
        return new Asked(
                "Nothing. It is over: %s%s.".formatted(closed.outcome(), by(closed.act())),
                List.of(Answer.look("how the gate judged it", path + "/journal")));
    }

    private Asked recovering(@Nullable Execution execution) {
        return execution == null
                ? new Asked("Nothing. It is being recovered.", List.of())
                : AskedByExecution.of(execution);
    }

    private Asked approval() {
        GateDecision decision = facts.decision();
        String because = decision == null
                ? ""
                : decision.checks().stream()
                        .filter(check -> check.verdict() == Verdict.ASK)
                        .map(CheckResult::check)
                        .collect(Collectors.joining(", ", " Asked by the checks ", "."));
        return new Asked(
                "%s %s over from %s%s? %s.%s"
                        .formatted(
                                decision != null && decision.form() == Form.PLANNED ? "Switch" : "Fail",
                                incident.application(),
                                incident.active(),
                                to(),
                                yes(),
                                because),
                List.of(
                        Answer.say("yes", path + "/approve"),
                        Answer.say("no: it is held until a person approves or closes it", path + "/decline")));
    }

    private String yes() {
        int keys = facts.decision() == null ? 1 : Math.max(1, facts.decision().keys());
        String needed = keys == 1 ? "One person must say yes" : keys + " different people must say yes";
        List<String> given = facts.approvals().stream().map(Act::who).toList();
        return given.isEmpty()
                ? needed + "; nobody has"
                : "%s; %s %s".formatted(needed, String.join(", ", given), given.size() == 1 ? "has" : "have");
    }

    private Asked held(Act by) {
        return new Asked(
                "%s holds it: %s. Nothing happens until a person approves or closes it.".formatted(by.who(), by.why()),
                List.of(
                        Answer.say("let it go on; your yes counts as the first", path + "/approve"),
                        Answer.say("it is over, or never was", path + "/close")));
    }

    private Asked nothing() {
        return new Asked(
                "Nothing now. The gate is asked again each second, and pages when it needs you.",
                List.of(
                        Answer.say(
                                "it is a disaster, whatever is seen; the gate then asks people",
                                "/incidents",
                                "\"application\":\"%s\",\"disasterClass\":\"CLASS\"".formatted(incident.application())),
                        Answer.say("it is over, or never was", path + "/close")));
    }

    private Asked damage() {
        DisasterClass first = facts.pendingClass();
        Act key = incident.pendingKey();
        String says = key != null && first != null
                ? "%s says it is %s after all: %s. Another person must say the same, and one of the two must command it."
                        .formatted(key.who(), Words.of(first), key.why())
                : "Failover is vetoed: replication has copied the damage. Restore to a point before it; or, where it is none, "
                        + "the commander and another person say what it is.";
        return new Asked(
                says,
                List.of(
                        Answer.say("take the incident", path + "/commander"),
                        Answer.say(
                                "it is no damage; takes two people, each for the same class",
                                path + "/reclassify",
                                "\"disasterClass\":\"%s\"".formatted(first == null ? "CLASS" : Words.of(first)))));
    }

    private String to() {
        return facts.to() == null ? "" : " to " + facts.to();
    }

    private static String by(@Nullable Act act) {
        return act == null ? "" : ", by " + act.who() + ": " + act.why();
    }
}
