/**
 * Where executions are kept.
 *
 * <p>In: executions as values. Out: the same, and the epoch of a slot. Hibernate Reactive ends here; every method runs in
 * the caller's transaction.
 */
@NullMarked
package io.lifeboat.coordinator.execution.store;

import org.jspecify.annotations.NullMarked;
