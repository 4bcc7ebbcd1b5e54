/**
 * Moves that nobody is forced to make: the rehearsal of a failover, and the way home after one.
 *
 * <p>In: a person's wish. Out: one execution in its planned form, which loses nothing, or a problem that says what forbids it
 * now. A planned move has no incident; its messages carry an id of their own in the incident's place, so that they are found
 * together. What becomes of it then is the engine's, and the gate's when a disaster comes: it gives way.
 */
@NullMarked
package io.lifeboat.coordinator.planned;

import org.jspecify.annotations.NullMarked;
