/**
 * What was measured: the messages on the compacted topic {@code timings}.
 *
 * <p>In: the ledger's step events. Out: statistics of each step, for estimates and the runbook.
 */
@NullMarked
package io.lifeboat.contract.timing;

import org.jspecify.annotations.NullMarked;
