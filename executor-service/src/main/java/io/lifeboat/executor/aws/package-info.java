/**
 * The way to AWS: unchanged asynchronous clients of the SDK, one for each service, role and region.
 *
 * <p>In: a target of the plan and a region. Out: sessions whose calls answer or fail with a
 * {@link io.lifeboat.executor.call.CallFailedException}; what an AWS error means is said in one place,
 * {@link io.lifeboat.executor.aws.AwsFailures}. {@code AWS_ENDPOINT_URL} is all that differs between the sandbox and AWS.
 */
@NullMarked
package io.lifeboat.executor.aws;

import org.jspecify.annotations.NullMarked;
