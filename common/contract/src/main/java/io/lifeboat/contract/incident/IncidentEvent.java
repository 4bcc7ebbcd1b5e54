package io.lifeboat.contract.incident;

/** One turn an incident took. */
public sealed interface IncidentEvent
        permits IncidentOpened,
                GateEvaluated,
                ApprovalRequested,
                ApprovalGiven,
                ApprovalDeclined,
                CommanderChanged,
                IncidentReclassified,
                ExecutionOpened,
                ExecutionPaused,
                ExecutionResumed,
                ExecutionAborted,
                ExecutionCompleted,
                ExecutionAcknowledged,
                StepSettled,
                LossStated,
                ServingAgain,
                ObligationOpened,
                ObligationClosed,
                IncidentClosed {

    /** The incident; {@code rehearsal-} and a random part where an execution has none. */
    String incidentId();

    /** The application, and so the message's key. */
    String application();
}
