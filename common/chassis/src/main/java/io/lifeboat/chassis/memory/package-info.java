/**
 * Since when the database remembers without a gap.
 *
 * <p>In: the identity of the server, which a restore and a promotion change, and a person's word where nobody may read it. Out: a
 * {@link io.lifeboat.chassis.memory.Recollection} within each transaction that asks, so that nothing acts on a memory that went
 * back before that was noticed.
 */
@NullMarked
package io.lifeboat.chassis.memory;

import org.jspecify.annotations.NullMarked;
