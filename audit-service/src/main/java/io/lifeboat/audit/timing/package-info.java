/**
 * The clocks of a recovery, from what was told of an incident.
 *
 * <p>In: the messages of one incident in ledger order, each with the time the broker appended it, and the plan. Out: a
 * {@link io.lifeboat.audit.timing.RecoveryReport}. Pure. Every time is the broker's append time less an age the message
 * states, so no two machines' clocks are compared. What nobody measured is null here and "unknown" to a reader, never zero.
 */
@NullMarked
package io.lifeboat.audit.timing;

import org.jspecify.annotations.NullMarked;
