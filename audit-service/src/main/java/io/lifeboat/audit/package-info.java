/**
 * Keeps the ledger, times recoveries and reports.
 *
 * <p>In: every topic but {@code signals}. Out: {@code ledger} (what was said, unalterably), {@code timing} (what it means in
 * seconds), {@code report} (for people and tools) and {@code metric} (for Prometheus).
 */
@NullMarked
package io.lifeboat.audit;

import org.jspecify.annotations.NullMarked;
