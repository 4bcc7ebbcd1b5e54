package io.lifeboat.coordinator.execution;

import java.util.List;

/** What a person can safely do after an abort, told by what was done until then. */
public final class NextSafeVerb {

    private NextSafeVerb() {}

    public static String of(Execution execution) {
        String to = execution.ref().to();
        String from = execution.ref().from();
        List<String> unknown = execution.inFlight();
        if (!unknown.isEmpty()) {
            return "wait: %s may still take effect; it is observed until that is known, or say done or skip once you have looked"
                    .formatted(String.join(", ", unknown));
        }
        if (ending(execution) != Ending.ABORTED) {
            return "nothing: the gate decides on the execution in place of this one";
        }
        if (execution.ref().isPlannedByPeople()) {
            return execution.isPastNoReturn()
                    ? "open another to %s and finish the way: steps that are done are found done. When an incident was opened meanwhile, declare it instead"
                            .formatted(to)
                    : "nothing, or open another: the application is in %s as before".formatted(from);
        }
        if (!execution.isPastNoReturn()) {
            return "close the incident, or declare it again: nothing was promoted and no traffic was moved out of "
                    + from;
        }
        return "declare the incident again and finish the way to %s: steps that are done are found done. Do not go back to %s, for its writer may be behind"
                .formatted(to, from);
    }

    private static Ending ending(Execution execution) {
        return switch (execution.state()) {
            case ExecutionState.Aborting aborting -> aborting.ending();
            case ExecutionState.Aborted aborted -> aborted.ending();
            default -> Ending.ABORTED;
        };
    }
}
