/**
 * Who may do what only one may do.
 *
 * <p>In: a name, a holder and a time to live. Out: whether the holder has it, by PostgreSQL's clock alone.
 */
@NullMarked
package io.lifeboat.chassis.lease;

import org.jspecify.annotations.NullMarked;
