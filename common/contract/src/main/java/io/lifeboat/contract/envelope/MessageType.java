package io.lifeboat.contract.envelope;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ApprovalDeclined;
import io.lifeboat.contract.incident.ApprovalGiven;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.AutomationChanged;
import io.lifeboat.contract.incident.CommanderChanged;
import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.incident.ExecutionAcknowledged;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.ExecutionResumed;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.incident.IncidentReclassified;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.ObligationClosed;
import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.contract.incident.ServingAgain;
import io.lifeboat.contract.incident.StepSettled;
import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.PlanVouched;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.timing.StepStatistics;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every message there is: its CloudEvents type, its record and its topic. */
public enum MessageType {
    PLAN("plan", Topic.PLANS, PlanRevision.class),
    SIGNALS("signals", Topic.SIGNALS, SignalSnapshot.class),
    OUTAGE_SUSPECTED("outage.suspected", Topic.OUTAGE_EVENTS, OutageSuspected.class),
    OUTAGE_CONFIRMED("outage.confirmed", Topic.OUTAGE_EVENTS, OutageConfirmed.class),
    OUTAGE_CLEARED("outage.cleared", Topic.OUTAGE_EVENTS, OutageCleared.class),
    INCIDENT_OPENED("incident.opened", Topic.INCIDENT_EVENTS, IncidentOpened.class),
    GATE_EVALUATED("gate.evaluated", Topic.INCIDENT_EVENTS, GateEvaluated.class),
    APPROVAL_REQUESTED("approval.requested", Topic.INCIDENT_EVENTS, ApprovalRequested.class),
    APPROVAL_GIVEN("approval.given", Topic.INCIDENT_EVENTS, ApprovalGiven.class),
    APPROVAL_DECLINED("approval.declined", Topic.INCIDENT_EVENTS, ApprovalDeclined.class),
    COMMANDER_CHANGED("commander.changed", Topic.INCIDENT_EVENTS, CommanderChanged.class),
    INCIDENT_RECLASSIFIED("incident.reclassified", Topic.INCIDENT_EVENTS, IncidentReclassified.class),
    EXECUTION_OPENED("execution.opened", Topic.INCIDENT_EVENTS, ExecutionOpened.class),
    EXECUTION_PAUSED("execution.paused", Topic.INCIDENT_EVENTS, ExecutionPaused.class),
    EXECUTION_RESUMED("execution.resumed", Topic.INCIDENT_EVENTS, ExecutionResumed.class),
    EXECUTION_ABORTED("execution.aborted", Topic.INCIDENT_EVENTS, ExecutionAborted.class),
    EXECUTION_COMPLETED("execution.completed", Topic.INCIDENT_EVENTS, ExecutionCompleted.class),
    EXECUTION_ACKNOWLEDGED("execution.acknowledged", Topic.INCIDENT_EVENTS, ExecutionAcknowledged.class),
    AUTOMATION_CHANGED("automation.changed", Topic.INCIDENT_EVENTS, AutomationChanged.class),
    PLAN_VOUCHED("plan.vouched", Topic.INCIDENT_EVENTS, PlanVouched.class),
    STEP_SETTLED("step.settled", Topic.INCIDENT_EVENTS, StepSettled.class),
    LOSS_STATED("loss.stated", Topic.INCIDENT_EVENTS, LossStated.class),
    SERVING_AGAIN("serving.again", Topic.INCIDENT_EVENTS, ServingAgain.class),
    OBLIGATION_OPENED("obligation.opened", Topic.INCIDENT_EVENTS, ObligationOpened.class),
    OBLIGATION_CLOSED("obligation.closed", Topic.INCIDENT_EVENTS, ObligationClosed.class),
    INCIDENT_CLOSED("incident.closed", Topic.INCIDENT_EVENTS, IncidentClosed.class),
    RUN_STEP("command.run-step", Topic.FAILOVER_COMMANDS, RunStep.class),
    RETIRE_EPOCH("command.retire-epoch", Topic.FAILOVER_COMMANDS, RetireEpoch.class),
    STEP_ACCEPTED("step.accepted", Topic.STEP_EVENTS, StepAccepted.class),
    STEP_STARTED("step.started", Topic.STEP_EVENTS, StepStarted.class),
    STEP_PROGRESSED("step.progressed", Topic.STEP_EVENTS, StepProgressed.class),
    STEP_SUCCEEDED("step.succeeded", Topic.STEP_EVENTS, StepSucceeded.class),
    STEP_FAILED("step.failed", Topic.STEP_EVENTS, StepFailed.class),
    STEP_REFUSED("step.refused", Topic.STEP_EVENTS, StepRefused.class),
    STEP_INDETERMINATE("step.indeterminate", Topic.STEP_EVENTS, StepIndeterminate.class),
    STEP_NEEDS_PERSON("step.needs-person", Topic.STEP_EVENTS, StepNeedsPerson.class),
    STEP_STATISTICS("timing.step", Topic.TIMINGS, StepStatistics.class);

    private static final Map<String, MessageType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(MessageType::wireName, Function.identity()));
    private static final Map<Class<?>, MessageType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(MessageType::record, Function.identity()));

    private final String wireName;
    private final Topic topic;
    private final Class<? extends Record> record;

    MessageType(String name, Topic topic, Class<? extends Record> record) {
        this.wireName = "lifeboat." + name + ".v1";
        this.topic = topic;
        this.record = record;
    }

    /** The CloudEvents type, for example {@code lifeboat.outage.confirmed.v1}. */
    public String wireName() {
        return wireName;
    }

    /** The topic it travels on. */
    public Topic topic() {
        return topic;
    }

    /** The record it is read into. */
    public Class<? extends Record> record() {
        return record;
    }

    /** The type of that CloudEvents name, if this release knows it. */
    public static Optional<MessageType> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /**
     * The type of a record.
     *
     * @throws IllegalArgumentException when the record is not a message
     */
    public static MessageType of(Record message) {
        MessageType type = BY_RECORD.get(message.getClass());
        if (type == null) {
            throw new IllegalArgumentException(message.getClass().getName() + " is not a message");
        }
        return type;
    }
}
