/**
 * The intake of commands: durable acceptance before the acknowledgement, or a refusal that says why.
 *
 * <p>In: the topic {@code failover-commands}. Out: a stored run and {@code StepAccepted}, or {@code StepRefused}; one
 * handler for each kind of command.
 */
@NullMarked
package io.lifeboat.executor.command;

import org.jspecify.annotations.NullMarked;
