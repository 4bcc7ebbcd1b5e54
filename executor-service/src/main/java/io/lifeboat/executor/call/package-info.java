/**
 * A call to the outside: the leave to send one that changes something, and how one fails.
 *
 * <p>In: a deadline on this machine's monotonic clock. Out: a time-out for the call, or a failure with its
 * {@link io.lifeboat.contract.step.ErrorClass} and whether the change may have happened all the same.
 */
@NullMarked
package io.lifeboat.executor.call;

import org.jspecify.annotations.NullMarked;
