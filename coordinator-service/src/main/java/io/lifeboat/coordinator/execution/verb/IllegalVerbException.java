package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.coordinator.execution.Execution;
import java.util.List;

/** The verb cannot be said to the execution as it stands. */
public class IllegalVerbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> legal;

    public IllegalVerbException(Verb verb, Execution execution) {
        super("cannot %s while the execution is %s%s"
                .formatted(
                        verb.name(),
                        execution.state().name(),
                        execution.failed().isEmpty() ? "" : " and failed: " + String.join(", ", execution.failed())));
        this.legal = LegalVerbs.of(execution);
    }

    /** The verbs that may be said now; empty when the execution has ended. */
    public List<String> legal() {
        return legal;
    }
}
