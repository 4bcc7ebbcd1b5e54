package io.lifeboat.sandbox.endpoint;

/** An error as AWS gives it: a code that clients switch on, a message for people, an HTTP status. */
public final class AwsError extends RuntimeException {

    private final String code;
    private final int status;

    public AwsError(String code, String message, int status) {
        super(message);
        this.code = code;
        this.status = status;
    }

    /** A request that cannot be served as it is: status 400. */
    public static AwsError badRequest(String code, String message) {
        return new AwsError(code, message, 400);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** The text AWS sends along; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
