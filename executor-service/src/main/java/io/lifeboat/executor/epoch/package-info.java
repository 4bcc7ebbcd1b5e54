/**
 * The highest epoch seen in each slot of each application, and the executions that were retired.
 *
 * <p>In: the epochs that commands carry. Out: whether a command, or a run that is about to change something, is
 * superseded.
 */
@NullMarked
package io.lifeboat.executor.epoch;

import org.jspecify.annotations.NullMarked;
