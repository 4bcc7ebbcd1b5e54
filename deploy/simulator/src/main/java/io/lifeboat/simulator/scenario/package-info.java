/**
 * A scenario as it is written, and how it becomes messages and a judgement; whoever plays it brings the clock.
 *
 * <p>In: a folder with a scenario and the plan beside it, and the time that has passed. Out: what the vantages say by then,
 * packed as detectors pack it; and, of what the gate said to it, whether that is as expected. Nothing here knows whether time
 * is turned or real.
 */
@NullMarked
package io.lifeboat.simulator.scenario;

import org.jspecify.annotations.NullMarked;
