/**
 * Time passing, for obligations.
 *
 * <p>In: the database's clock. Out: attempts that are due, and pages. What is due stands in the row of each obligation, so a
 * restart loses none.
 */
@NullMarked
package io.lifeboat.coordinator.obligation.timer;

import org.jspecify.annotations.NullMarked;
