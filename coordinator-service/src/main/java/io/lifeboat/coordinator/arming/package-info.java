/**
 * How far the machine may go by itself now.
 *
 * <p>In: what the plan says, whether that revision was rehearsed, what people said of automation as a whole, the executions that
 * were opened and ended lately. Out: an {@link io.lifeboat.coordinator.arming.Arming} for the gate, and a stop that halts every
 * open execution before it is answered.
 */
@NullMarked
package io.lifeboat.coordinator.arming;

import org.jspecify.annotations.NullMarked;
