/**
 * How much recent work is lost, as pure arithmetic.
 *
 * <p>In: the last write heartbeats that vantages saw accepted at the old writer, the heartbeat rows readable at the new
 * one, and replication lag with its age. Out: an interval the truth lies in, or unknown with the reason. No two machines'
 * clocks are ever compared: every difference is taken on one vantage's clock, and only the differences meet.
 */
@NullMarked
package io.lifeboat.coordinator.loss;

import org.jspecify.annotations.NullMarked;
