package io.lifeboat.executor.action;

/** A parameter of an action that is missing or wrong. */
public final class InvalidParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which and what to do.
     *
     * @param field below {@code with}, for example {@code cluster/to}
     * @param problem what is wrong
     * @param remedy what to write instead
     */
    public InvalidParameterException(String field, String problem, String remedy) {
        super("with/" + field + ": " + problem + "; " + remedy);
    }
}
