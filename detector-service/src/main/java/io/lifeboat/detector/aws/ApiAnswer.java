package io.lifeboat.detector.aws;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * How an API answered, and why it is taken for that.
 *
 * @param kind how
 * @param reason why, in words
 */
public record ApiAnswer(Kind kind, String reason) {

    private static final int SERVER_ERROR = 500;

    /** How an API can answer. */
    public enum Kind {
        /** As asked. */
        ANSWERED,
        /** That it is asked too often: it answers, and cannot be relied on for much. */
        THROTTLED,
        /** That it failed, or not at all. */
        FAILED,
        /** Something that says nothing of it, such as that this may not be asked. */
        UNCLEAR
    }

    static ApiAnswer good(String what) {
        return new ApiAnswer(Kind.ANSWERED, what + " answers");
    }

    /**
     * What a failed call says of the API. That the caller may not ask, or has no credentials, is no failure of it; the same for
     * what nobody foresaw.
     *
     * @param what the call
     */
    static ApiAnswer failed(String what, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AwsServiceException said) {
                return said(what, said);
            }
            if (cause instanceof TimeoutException
                    || cause instanceof ApiCallTimeoutException
                    || cause instanceof ApiCallAttemptTimeoutException) {
                return new ApiAnswer(Kind.FAILED, what + ": no answer in time");
            }
            if (cause instanceof IOException) {
                return new ApiAnswer(Kind.FAILED, "%s: not reached: %s".formatted(what, cause.getMessage()));
            }
        }
        return new ApiAnswer(Kind.UNCLEAR, "%s could not be asked: %s".formatted(what, failure.getMessage()));
    }

    private static ApiAnswer said(String what, AwsServiceException said) {
        String code =
                said.awsErrorDetails() == null ? "" : said.awsErrorDetails().errorCode();
        if (said.isThrottlingException()) {
            return new ApiAnswer(Kind.THROTTLED, "%s is throttled: %s".formatted(what, code));
        }
        return said.statusCode() >= SERVER_ERROR
                ? new ApiAnswer(Kind.FAILED, "%s fails: %d %s".formatted(what, said.statusCode(), code))
                : new ApiAnswer(
                        Kind.UNCLEAR,
                        "%s may not be asked: %d %s; let the target's read role call it"
                                .formatted(what, said.statusCode(), code));
    }
}
