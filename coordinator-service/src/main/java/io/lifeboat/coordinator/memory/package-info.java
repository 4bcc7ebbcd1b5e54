/**
 * Whether what the database remembers of an application is what the world shows, after the database was restored.
 *
 * <p>In: the chassis' recollection, where the executions left the application, what the vantages see since, and a person's word.
 * Out: an {@link io.lifeboat.coordinator.memory.Agreement} for the gate and for rehearsals, kept once it is reached; a page where it
 * is not.
 */
@NullMarked
package io.lifeboat.coordinator.memory;

import org.jspecify.annotations.NullMarked;
