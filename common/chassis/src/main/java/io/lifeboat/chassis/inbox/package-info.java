/**
 * Which messages were taken already.
 *
 * <p>In: a message id, within a transaction. Out: whether it is new. Old rows go when no topic can deliver them again.
 */
@NullMarked
package io.lifeboat.chassis.inbox;

import org.jspecify.annotations.NullMarked;
