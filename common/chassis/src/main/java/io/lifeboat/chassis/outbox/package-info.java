/**
 * Messages that leave if and only if the transaction that made them commits.
 *
 * <p>In: records, within a transaction. Out: Kafka records, on each topic each application's in the order they were committed,
 * at least once each. Unsent rows wait while Kafka is away.
 */
@NullMarked
package io.lifeboat.chassis.outbox;

import org.jspecify.annotations.NullMarked;
