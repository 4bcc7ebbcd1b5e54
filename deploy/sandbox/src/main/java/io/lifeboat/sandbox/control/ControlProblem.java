package io.lifeboat.sandbox.control;

/** What the operator is told instead of an answer. */
public final class ControlProblem extends RuntimeException {

    private final int status;

    public ControlProblem(int status, String detail) {
        super(detail);
        this.status = status;
    }

    public static ControlProblem badRequest(String detail) {
        return new ControlProblem(400, detail);
    }

    public static ControlProblem notFound(String detail) {
        return new ControlProblem(404, detail);
    }

    public int status() {
        return status;
    }
}
