/**
 * Budgets of calls, so that a storm does not throttle itself.
 *
 * <p>In: every AWS call of this process asks for leave before it is sent, and tells afterwards whether AWS throttled it. Out:
 * leave, at the pace of the account's, region's and API's {@link io.lifeboat.executor.budget.TokenBucket}, changes before
 * looks; or a failure of class {@code throttled} when there is none in time. No bucket waits for another.
 */
@NullMarked
package io.lifeboat.executor.budget;

import org.jspecify.annotations.NullMarked;
