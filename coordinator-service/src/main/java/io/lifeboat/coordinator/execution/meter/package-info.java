/**
 * What is counted of executions.
 *
 * <p>In: commands as they are sent, and the rows of open executions. Out: {@code lifeboat_steps_in_progress} and
 * {@code lifeboat_step_retries_total}.
 */
@NullMarked
package io.lifeboat.coordinator.execution.meter;

import org.jspecify.annotations.NullMarked;
