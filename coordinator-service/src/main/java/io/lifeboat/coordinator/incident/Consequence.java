package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.execution.ExecutionOpener;
import io.lifeboat.coordinator.execution.GivingWay;
import io.lifeboat.coordinator.execution.OpenExecution;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.gate.GateInput;
import io.lifeboat.coordinator.gate.OtherExecution;
import io.lifeboat.coordinator.incident.IncidentState.AwaitingApproval;
import io.lifeboat.coordinator.incident.IncidentState.Confirmed;
import io.lifeboat.coordinator.incident.IncidentState.Held;
import io.lifeboat.coordinator.incident.IncidentState.Suspected;
import io.lifeboat.coordinator.incident.IncidentState.Undecided;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.wave.Place;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows from a decision of the gate: an execution, a question to people, or nothing, which is told to people too. */
@ApplicationScoped
class Consequence {

    /** What time or the people at work will mend without being told. */
    private static final List<String> MENDS_ITSELF = List.of("outage-age", "approval", "execution", "wave");

    private final ExecutionOpener opener;
    private final GivingWay givingWay;
    private final Pages pages;
    private final GroupPages group;
    private final Outbox outbox;

    Consequence(ExecutionOpener opener, GivingWay givingWay, Pages pages, GroupPages group, Outbox outbox) {
        this.opener = opener;
        this.givingWay = givingWay;
        this.pages = pages;
        this.group = group;
        this.outbox = outbox;
    }

    /** Carries a decision out, in the transaction that journaled it. */
    Uni<Void> of(GateDecision decision, Moment moment, Undecided state, GateInput input) {
        IncidentRow incident = moment.incident();
        boolean agreed = input.classification().agreed();
        return switch (decision.outcome()) {
            case PROCEED -> proceed(moment, state, input, decision);
            case AWAIT_APPROVAL -> ask(moment, state, decision, input.place());
            case HOLD, VETO -> {
                if (standsWhileItFlaps(decision, state, input)) {
                    yield Uni.createFrom().voidItem();
                }
                settle(incident, state, agreed, moment.now());
                yield asksNoMore(incident, state).chain(() -> tellWhoCanHelp(incident, agreed, decision));
            }
        };
    }

    /** What holds the slot gives way first: the gate proceeds again, and opens, once that has come to its end. */
    private Uni<Void> proceed(Moment moment, Undecided state, GateInput input, GateDecision decision) {
        OtherExecution other = input.otherExecution();
        if (other == null) {
            return open(moment, state, input, decision);
        }
        IncidentRow incident = moment.incident();
        Act act = new Act(
                "the gate",
                "%s is lost: %s gives way to incident %s".formatted(incident.active, other.kind(), incident.id));
        return givingWay
                .toDisaster(other.executionId(), act)
                .chain(free -> free
                        ? open(moment, state, input, decision)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> open(Moment moment, Undecided state, GateInput input, GateDecision decision) {
        IncidentRow incident = moment.incident();
        String to = Objects.requireNonNull(input.to(), "the gate proceeds only where there is another side");
        List<Act> deciders = input.approvals();
        return opener.open(new OpenExecution(
                        incident.id,
                        incident.application,
                        GateInput.PROCEDURE,
                        Mode.LIVE,
                        decision.form(),
                        incident.active,
                        to,
                        moment.revision(),
                        deciders))
                .invoke(executionId -> incident.become(state.recover(executionId), moment.now()))
                .call(() -> asksNoMore(incident, state))
                .chain(executionId -> pages.answeredAll(incident.id)
                        .chain(() ->
                                outbox.add(lossAtDecision(incident, executionId, decision), incident.application)));
    }

    private static LossStated lossAtDecision(IncidentRow incident, String executionId, GateDecision decision) {
        Duration exposure = decision.exposure();
        return new LossStated(
                incident.id,
                incident.application,
                executionId,
                LossStated.Moment.DECISION,
                exposure == null ? null : new LossInterval(Duration.ZERO, exposure),
                basis(exposure, decision.form()));
    }

    private static String basis(@Nullable Duration exposure, Form form) {
        if (form == Form.PLANNED) {
            return "a switchover waits until the other side has everything";
        }
        return exposure == null ? "no replication lag was published" : "replication lag and the age of its sample";
    }

    private Uni<Void> ask(Moment moment, Undecided state, GateDecision decision, Place place) {
        IncidentRow incident = moment.incident();
        Duration within = moment.plan().gate().approvals().within();
        boolean asked = state instanceof AwaitingApproval
                && incident.askedAt != null
                && Duration.between(incident.askedAt, moment.now()).compareTo(within) < 0;
        if (asked) {
            return Uni.createFrom().voidItem();
        }
        AwaitingApproval awaiting =
                switch (state) {
                    case Suspected suspected -> suspected.ask();
                    case Confirmed confirmed -> confirmed.ask();
                    case AwaitingApproval again -> again;
                    case Held held -> throw new IllegalStateException("the gate holds while a person does");
                };
        incident.become(awaiting, moment.now());
        String question = question(incident, decision);
        Uni<Void> paged = place.applications() > 1
                ? group.ask(incident, place)
                : pages.ask(incident.id + "/approval", incident.application, incident.id, question);
        return paged.chain(() -> outbox.add(
                new ApprovalRequested(
                        incident.id, incident.application, question, decision.keys(), within, decision.exposure()),
                incident.application));
    }

    private Uni<Void> asksNoMore(IncidentRow incident, Undecided before) {
        return before instanceof AwaitingApproval
                ? group.asksNoMore(incident)
                : Uni.createFrom().voidItem();
    }

    private static String question(IncidentRow incident, GateDecision decision) {
        List<String> asks = decision.checks().stream()
                .filter(check -> check.verdict() == CheckResult.Verdict.ASK)
                .map(check -> check.check() + ": " + check.reason())
                .toList();
        return "%s %s over from %s? %s"
                .formatted(
                        decision.form() == Form.PLANNED ? "Switch" : "Fail",
                        incident.application,
                        incident.active,
                        String.join("; ", asks));
    }

    /** What flaps is well every now and then, and the same question each time would be a storm of pages. */
    private static boolean standsWhileItFlaps(GateDecision decision, Undecided state, GateInput input) {
        return state instanceof AwaitingApproval
                && input.around().flapping().flaps()
                && decision.outcome() == GateOutcome.HOLD
                && decision.decisive()
                        .filter(check -> check.check().equals("quorum"))
                        .isPresent();
    }

    /** Follows the quorum, and withdraws a question that something else answers now. */
    private static void settle(IncidentRow incident, Undecided state, boolean agreed, Instant now) {
        switch (state) {
            case Suspected suspected when agreed -> incident.become(suspected.confirm(), now);
            case Confirmed confirmed when !agreed -> incident.become(confirmed.doubt(), now);
            case AwaitingApproval awaiting -> incident.become(awaiting.withdraw(), now);
            case Suspected suspected -> {}
            case Confirmed confirmed -> {}
            case Held held -> {}
        }
    }

    /** What a quorum sees and the machine may not mend is for people. */
    private Uni<Void> tellWhoCanHelp(IncidentRow incident, boolean agreed, GateDecision decision) {
        CheckResult because = decision.decisive().orElseThrow();
        if (because.check().equals("failures")) {
            return group.failed(incident, because.reason());
        }
        boolean forPeople = decision.outcome() == GateOutcome.VETO || agreed && !MENDS_ITSELF.contains(because.check());
        return pages.answered(incident.id + "/approval")
                .chain(() -> forPeople
                        ? pages.ask(
                                incident.id + "/held",
                                incident.application,
                                incident.id,
                                "%s is in trouble and nothing is done about it: %s"
                                        .formatted(incident.application, because.reason()))
                        : pages.answered(incident.id + "/held"));
    }
}
