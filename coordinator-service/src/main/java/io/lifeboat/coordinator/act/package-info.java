/**
 * What people say over REST.
 *
 * <p>In: the body of a verb. Out: an {@link io.lifeboat.contract.Act}, who and why, or a clear refusal.
 */
@NullMarked
package io.lifeboat.coordinator.act;

import org.jspecify.annotations.NullMarked;
