/**
 * What became of a command: the messages on the topic {@code step-events}.
 *
 * <p>In: commands. Out: accepted, started, progress, and exactly one end: succeeded, failed, refused, or a question to a
 * person.
 */
@NullMarked
package io.lifeboat.contract.step;

import org.jspecify.annotations.NullMarked;
