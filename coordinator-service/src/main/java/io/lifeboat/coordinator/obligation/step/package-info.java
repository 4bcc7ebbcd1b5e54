/**
 * What executors say about the runs of obligations: one handler a message.
 *
 * <p>In: step events whose execution is an obligation. Out: the turn it takes.
 */
@NullMarked
package io.lifeboat.coordinator.obligation.step;

import org.jspecify.annotations.NullMarked;
