/**
 * What an execution tells executors.
 *
 * <p>In: a plan's procedure and the two regions of an execution. Out: pinned steps, in which no role such as "standby" is
 * left to be resolved by anyone, and the {@link io.lifeboat.contract.command.RunStep} messages made of them.
 */
@NullMarked
package io.lifeboat.coordinator.command;

import org.jspecify.annotations.NullMarked;
