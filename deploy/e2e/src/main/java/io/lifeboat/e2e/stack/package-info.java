/**
 * The stack: Kafka, PostgreSQL, the sandbox cloud and the services as processes of this machine.
 *
 * <p>In: a folder for state. Out: a {@link io.lifeboat.e2e.stack.Stack} with every URL, and nothing left behind when it is
 * closed.
 */
@NullMarked
package io.lifeboat.e2e.stack;

import org.jspecify.annotations.NullMarked;
