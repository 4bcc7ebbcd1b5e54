package io.lifeboat.coordinator.execution;

/** The application has an open execution of the same line already; there is never a second one. */
public class SlotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String executionId;

    public SlotTakenException(String application, String executionId) {
        super("application " + application + " has the open execution " + executionId
                + "; abort it, or let it end, before another is opened");
        this.executionId = executionId;
    }

    /** The execution that holds the slot. */
    public String executionId() {
        return executionId;
    }
}
