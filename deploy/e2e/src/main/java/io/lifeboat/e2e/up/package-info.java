/**
 * Leaves the stack standing, shows it, and takes it down.
 *
 * <p>In: the launcher's command. Out: processes that outlive it, and none of them after {@code down}.
 */
@NullMarked
package io.lifeboat.e2e.up;

import org.jspecify.annotations.NullMarked;
