/**
 * The engine: turned time, hosts that die and pause, and strands of which one runs at a time.
 *
 * <p>In: tasks for later. Out: the same order of events for the same seed.
 */
@NullMarked
package io.lifeboat.simulator.engine;

import org.jspecify.annotations.NullMarked;
