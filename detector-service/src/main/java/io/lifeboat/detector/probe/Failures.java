package io.lifeboat.detector.probe;

import io.lifeboat.detector.network.LookupFailedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says a failed look's cause in words a person on call understands. */
final class Failures {

    private Failures() {}

    static String inWords(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> inWords(wrapped.getCause());
            case AwsServiceException refused -> "AWS said " + refusal(refused);
            case LookupFailedException lookup -> lookup.getMessage();
            case TimeoutException timeout -> "no answer in time";
            case PgException database -> "database said " + database.getSqlState() + ": " + database.getErrorMessage();
            case SSLException tls -> "TLS: " + root(tls);
            case ConnectException refused -> "not connected: " + root(refused);
            case HttpClosedException closed -> "connection closed before the answer was complete";
            case ClosedChannelException closed -> "connection closed";
            default -> failure.getClass().getSimpleName() + ": " + root(failure);
        };
    }

    /** Without the request's id, which differs each time. A refusal of a HEAD request has a status and nothing else. */
    private static String refusal(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        if (details == null || details.errorCode() == null) {
            return "status " + refused.statusCode();
        }
        return details.errorMessage() == null
                ? details.errorCode()
                : details.errorCode() + ": " + details.errorMessage();
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
