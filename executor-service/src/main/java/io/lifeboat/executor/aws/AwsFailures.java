package io.lifeboat.executor.aws;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.call.CallFailedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * What a failed AWS call means: the only place that says so.
 *
 * <p>Error codes as in the public API models of the services and the list of common errors of the AWS documentation. What
 * no rule names counts as permanent when AWS refused it (4xx) and as ambiguous when AWS or the way there failed: only then
 * may the change have been made.
 */
public final class AwsFailures {

    private static final Set<String> THROTTLED = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottled",
            "RequestThrottledException",
            "TooManyRequestsException",
            "RequestLimitExceeded",
            "SlowDown",
            "PriorRequestNotComplete",
            "EC2ThrottledException");
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AuthFailure",
            "UnauthorizedOperation",
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "ExpiredTokenException",
            "OptInRequired",
            "NotAuthorized");
    private static final List<String> CAPACITY =
            List.of("Insufficient", "QuotaExceeded", "LimitExceeded", "PlatformTaskDefinitionIncompatibility");
    private static final List<String> BUSY = List.of(
            "InvalidGlobalClusterState",
            "InvalidDBClusterState",
            "InvalidDBInstanceState",
            "ServiceNotActive",
            "ConcurrentUpdate",
            "OperationAborted",
            "ConflictException",
            "ConditionalRequestConflict");
    private static final List<String> INVALID = List.of(
            "Validation",
            "InvalidParameter",
            "InvalidInput",
            "MissingParameter",
            "InvalidChangeBatch",
            "MalformedInput",
            "InvalidAction",
            "MalformedQueryString",
            "InvalidArgument");

    private AwsFailures() {}

    /**
     * What a failure means.
     *
     * @param call its name, for example {@code FailoverGlobalCluster}
     * @param failure what the SDK threw, unwrapped
     */
    public static CallFailedException classify(String call, Throwable failure) {
        return switch (failure) {
            case CallFailedException known -> known;
            case StsException e -> beforeSending(call, e);
            case AwsServiceException e -> answered(call, e);
            case SdkException e -> unanswered(call, e);
            default -> unanswered(call, failure);
        };
    }

    private static CallFailedException answered(String call, AwsServiceException e) {
        String code = codeOf(e);
        String detail = call + ": " + code + " (" + e.statusCode() + "): " + messageOf(e);
        if (THROTTLED.contains(code) || e.isThrottlingException() || e.statusCode() == 429) {
            return rejected(ErrorClass.THROTTLED, detail, "wait; the account's request rate is used up", e);
        }
        if (e.statusCode() >= 500) {
            return CallFailedException.ambiguous(detail, "look at the state of the resource", e);
        }
        if (DENIED.contains(code) || e.statusCode() == 401 || e.statusCode() == 403) {
            return rejected(ErrorClass.ACCESS_DENIED, detail, "give the role of the plan's target this permission", e);
        }
        if (code.contains("NotFound") || code.startsWith("NoSuch") || e.statusCode() == 404) {
            return rejected(ErrorClass.NOT_FOUND, detail, "correct the id in the plan", e);
        }
        if (BUSY.stream().anyMatch(code::contains)) {
            return rejected(
                    ErrorClass.INVALID_STATE, detail, "bring the resource into a state that allows the call", e);
        }
        if (CAPACITY.stream().anyMatch(code::contains)) {
            return rejected(ErrorClass.CAPACITY, detail, "raise the quota, or free capacity in that region", e);
        }
        if (INVALID.stream().anyMatch(code::contains)) {
            return rejected(ErrorClass.INVALID_INPUT, detail, "correct the step's parameters in the plan", e);
        }
        return rejected(ErrorClass.PERMANENT, detail, "read what AWS says and decide", e);
    }

    private static CallFailedException unanswered(String call, Throwable e) {
        String detail = call + ": no answer: " + rootOf(e);
        if (caused(e, ConnectException.class) || caused(e, UnknownHostException.class)) {
            return rejected(
                    ErrorClass.TRANSIENT, detail, "see whether the region's endpoint can be reached from here", e);
        }
        return CallFailedException.ambiguous(detail, "look at the state of the resource", e);
    }

    /** A failure to get credentials: nothing was sent to the service itself. */
    static CallFailedException beforeSending(String call, Throwable failure) {
        if (failure instanceof AwsServiceException e && e.statusCode() < 500) {
            return answered(call + " (AssumeRole)", e);
        }
        return rejected(
                ErrorClass.TRANSIENT,
                call + ": no credentials: " + rootOf(failure),
                "look at the executor's own credentials and at STS in the region gone to",
                failure);
    }

    private static CallFailedException rejected(ErrorClass errorClass, String detail, String remedy, Throwable cause) {
        return CallFailedException.rejected(errorClass, detail, remedy, cause);
    }

    private static String codeOf(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "HTTP" : code;
    }

    private static String messageOf(AwsServiceException e) {
        String message =
                e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        return message == null ? "no message" : message;
    }

    /** Whether a failure comes from one of that type. */
    static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + root.getMessage();
    }
}
