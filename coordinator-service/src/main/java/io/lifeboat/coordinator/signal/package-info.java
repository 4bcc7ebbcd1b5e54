/**
 * What the vantages say now.
 *
 * <p>In: snapshots of the topic {@code signals}. Out: {@link io.lifeboat.coordinator.signal.Evidence}, the latest view of
 * every vantage of a plan with the age of each look, and the write heartbeats an open incident keeps. The latest snapshot
 * of an application and vantage wins; it lies in the database, so that any coordinator may judge and a restart forgets
 * nothing. Ages are ages at sending plus the time since the broker appended the message, counted on PostgreSQL's clock.
 */
@NullMarked
package io.lifeboat.coordinator.signal;

import org.jspecify.annotations.NullMarked;
