/**
 * What people may say to an execution: abort, supersede, pause, resume; and of a step: retry, skip, done.
 *
 * <p>In: a verb with who and why. Out: the turn it makes, or
 * {@link io.lifeboat.coordinator.execution.verb.IllegalVerbException} naming the verbs that are legal now.
 */
@NullMarked
package io.lifeboat.coordinator.execution.verb;

import org.jspecify.annotations.NullMarked;
