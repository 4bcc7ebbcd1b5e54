package io.lifeboat.chassis.problem;

import org.jspecify.annotations.Nullable;

/** Ends a REST call with a problem. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** The parts of the {@link Problem}. */
    public ProblemException(int status, String title, String detail, @Nullable String field, @Nullable String remedy) {
        super(title + ": " + detail);
        this.problem = new Problem(title, status, detail, field, remedy);
    }

    /** What is said to the caller. */
    public Problem problem() {
        return problem;
    }
}
