/**
 * What kind of disaster it is.
 *
 * <p>In: a plan, the region observed active and the evidence. Out: a {@link io.lifeboat.coordinator.classify.Classification}:
 * one vote for each vantage, the class a quorum of them agrees on, and since when. Pure. The class decides what may be done
 * at all; replication copies damage, so it comes before every action.
 */
@NullMarked
package io.lifeboat.coordinator.classify;

import org.jspecify.annotations.NullMarked;
