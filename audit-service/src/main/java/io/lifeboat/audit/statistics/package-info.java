/**
 * How long each step took so far, for estimates.
 *
 * <p>In: the ledger's step events. Out: {@code timings}, one record for each application, step and mode.
 */
@NullMarked
package io.lifeboat.audit.statistics;

import org.jspecify.annotations.NullMarked;
