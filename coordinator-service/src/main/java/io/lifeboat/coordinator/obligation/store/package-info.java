/**
 * Where obligations are kept.
 *
 * <p>In: obligations as values. Out: the same. Hibernate Reactive ends here; every method runs in the caller's transaction.
 */
@NullMarked
package io.lifeboat.coordinator.obligation.store;

import org.jspecify.annotations.NullMarked;
