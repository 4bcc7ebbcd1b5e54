/**
 * The broker as a sender and as the one clock of the flow.
 *
 * <p>In: records to send. Out: acknowledgements, and how long ago the broker appended a record.
 */
@NullMarked
package io.lifeboat.chassis.broker;

import org.jspecify.annotations.NullMarked;
