/**
 * PostgreSQL, in memory: what is written in a transaction is there as a whole after its commit, or not at all.
 *
 * <p>In: the work of the services' own repositories' stand-ins. Out: rows, a clock, leases, and an outbox that is sent at least
 * once. A transaction happens at one instant; a host may die before it, after it, or lose the answer to its commit.
 */
@NullMarked
package io.lifeboat.simulator.database;

import org.jspecify.annotations.NullMarked;
