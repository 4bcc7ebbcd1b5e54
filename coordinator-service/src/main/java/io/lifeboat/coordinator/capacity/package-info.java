/**
 * How much of an application runs where it is active, remembered for the day its region cannot be asked.
 *
 * <p>In: the capacities in vantages' snapshots. Out: the {@link io.lifeboat.coordinator.capacity.Baseline} of each service
 * in a region, pinned into the commands of an execution that leaves it.
 */
@NullMarked
package io.lifeboat.coordinator.capacity;

import org.jspecify.annotations.NullMarked;
