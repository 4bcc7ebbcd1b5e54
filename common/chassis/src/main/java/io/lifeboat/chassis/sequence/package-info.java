/**
 * One thing after another.
 *
 * <p>In: things, and asynchronous work on each. Out: the end of all of it.
 */
@NullMarked
package io.lifeboat.chassis.sequence;

import org.jspecify.annotations.NullMarked;
