/**
 * What a step can do: the port every action implements, and what it sees of the world.
 *
 * <p>In: an {@link io.lifeboat.executor.action.Assignment}, one command with its parameters read. Out: an
 * {@link io.lifeboat.executor.action.Observation}; and, with a permit, at most one change a call.
 */
@NullMarked
package io.lifeboat.executor.action;

import org.jspecify.annotations.NullMarked;
