package io.lifeboat.coordinator.command;

/** A plan leaves something open that a command must name. The linter finds these before a disaster does. */
public class UnpinnablePlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Says what is missing.
     *
     * @param field JSON pointer into the plan
     * @param remedy what would mend it
     */
    public UnpinnablePlanException(String field, String remedy) {
        super(field + ": " + remedy);
        this.field = field;
    }

    /** JSON pointer into the plan. */
    public String field() {
        return field;
    }
}
