/**
 * An agent for tests that makes crash points lethal.
 *
 * <p>In: what to do at which point, as system properties of the process. Out: a mark on disk, then a process that died or
 * stopped exactly there. Without the agent a process has none of this.
 */
@NullMarked
package io.lifeboat.crash;

import org.jspecify.annotations.NullMarked;
