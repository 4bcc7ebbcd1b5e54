/**
 * Kafka, in memory: partitions by application, consumer groups, at-least-once.
 *
 * <p>In: messages. Out: each to one member of every group, again after a rebalance, and in the order of its partition. Options
 * have messages appended twice, late, out of order, and acknowledgements lost; what was acknowledged is never lost.
 */
@NullMarked
package io.lifeboat.simulator.broker;

import org.jspecify.annotations.NullMarked;
