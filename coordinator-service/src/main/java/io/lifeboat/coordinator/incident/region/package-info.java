/**
 * The loss of a region as one event, for people.
 *
 * <p>In: what people say of all that lost it. Out: one page of who waits for what, an approval for each application whose own
 * checks let it go, and the word to go on after failures.
 */
@NullMarked
package io.lifeboat.coordinator.incident.region;

import org.jspecify.annotations.NullMarked;
