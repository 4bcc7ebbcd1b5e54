/**
 * Time passing.
 *
 * <p>In: the database's clock. Out: the turns that are due. What is due stands in the row of each execution, so a restart
 * loses no timer; a lease keeps one coordinator at it at a time.
 */
@NullMarked
package io.lifeboat.coordinator.execution.timer;

import org.jspecify.annotations.NullMarked;
