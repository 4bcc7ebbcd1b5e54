package io.lifeboat.executor.aws;

import io.lifeboat.executor.call.Permit;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Asks the permit once more when a request that changes something is signed and about to leave. The process may have stood
 * still since it was asked first, and another executor may have the run by now.
 */
final class LastLook implements ExecutionInterceptor {

    /** The permit of a request; requests that only look have none. */
    static final ExecutionAttribute<Permit> PERMIT = new ExecutionAttribute<>("LifeboatPermit");

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Permit permit = attributes.getAttribute(PERMIT);
        if (permit != null) {
            permit.requireTime();
        }
    }
}
