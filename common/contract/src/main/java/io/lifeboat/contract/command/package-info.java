/**
 * What an executor is told: the messages on the topic {@code failover-commands}.
 *
 * <p>In: a gate decision and the state of an execution. Out: one command a step. A command carries all an executor needs
 * to refuse it: execution, epoch, attempt, expiry and the plan's hash.
 */
@NullMarked
package io.lifeboat.contract.command;

import org.jspecify.annotations.NullMarked;
