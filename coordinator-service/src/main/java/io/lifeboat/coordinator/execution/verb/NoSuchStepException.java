package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.coordinator.execution.Execution;
import java.util.List;

/** A verb was said of a step that the execution does not have. */
public class NoSuchStepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> known;

    public NoSuchStepException(String step, Execution execution) {
        super("the execution has no step " + step);
        this.known = List.copyOf(execution.steps().keySet());
    }

    /** The steps it has. */
    public List<String> known() {
        return known;
    }
}
