package io.lifeboat.sandbox.endpoint;

/** One service behind the endpoint. */
public interface AwsService {

    /** As it stands in the signature's scope: {@code rds}, {@code monitoring}, {@code application-autoscaling} ... */
    String signingName();

    /** As it stands in a policy's actions: mostly the signing name. */
    default String policyName() {
        return signingName();
    }

    Protocol protocol();

    /**
     * The operation a request asks for. Query and JSON services say it themselves; REST services read method and path.
     */
    default String operation(AwsRequest request) {
        return switch (protocol()) {
            case QUERY -> request.parameter("Action");
            case JSON -> {
                String target = request.header("X-Amz-Target");
                yield target.substring(target.lastIndexOf('.') + 1);
            }
            case REST_XML, S3 -> throw new IllegalStateException(signingName() + " must name its operations");
        };
    }

    /** Whether an operation goes on when only the region's control plane is lost. */
    default boolean isDataPlane(String operation) {
        return false;
    }

    /**
     * Answers a request. Runs on a virtual thread of its own and may block.
     *
     * @throws AwsError what the caller gets instead of an answer
     */
    AwsResponse handle(AwsRequest request);
}
