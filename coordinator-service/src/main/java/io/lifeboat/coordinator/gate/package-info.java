/**
 * The gate between an incident and an action.
 *
 * <p>In: a {@link io.lifeboat.coordinator.gate.GateInput}, everything known at one moment as values. Out: a
 * {@link io.lifeboat.coordinator.gate.GateDecision}: proceed, await approval, hold or veto, with what every check found, why,
 * and how old its evidence was. Pure: the same input gives the same decision, and asking changes nothing.
 */
@NullMarked
package io.lifeboat.coordinator.gate;

import org.jspecify.annotations.NullMarked;
