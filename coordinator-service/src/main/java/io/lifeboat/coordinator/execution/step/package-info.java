/**
 * What becomes of commands: one handler a step event.
 *
 * <p>In: the topic {@code step-events}. Out: the turn each event makes. An event counts only for the attempt that is in
 * flight: whatever is duplicate, late, or of an older attempt changes nothing, so any order and any number of deliveries
 * come to the same end.
 */
@NullMarked
package io.lifeboat.coordinator.execution.step;

import org.jspecify.annotations.NullMarked;
