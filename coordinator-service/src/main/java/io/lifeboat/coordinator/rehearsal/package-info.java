/**
 * Rehearsals: the failover by switchover, on production, while nothing is wrong.
 *
 * <p>In: a person's wish. Out: one execution in mode rehearsal, or a problem that says what forbids it now. A rehearsal has no
 * incident; its messages carry an id of their own in the incident's place, so that they are found together. What becomes of it
 * then is the engine's, and the gate's when a disaster comes: it gives way.
 */
@NullMarked
package io.lifeboat.coordinator.rehearsal;

import org.jspecify.annotations.NullMarked;
